// What Cognito asks for where a second factor is a must. The numbers are those of the developer guide, "Details of MFA logic
// at user runtime".
import {
  after,
  article,
  type Case,
  capital,
  challenge,
  choice,
  type Decided,
  eligible,
  end,
  factorOf,
  GUIDE,
  messageFactors,
  NAME,
  names,
  said,
  step,
  usable,
} from './decision.js';
import { CHANNEL, type Channel, type Factor } from './pool-mfa.js';

/** MFA is required, or a risky sign-in demands it. */
export function demanded(one: Case): Decided {
  return preferred(one) ?? withApp(one) ?? byAddress(one);
}

/** Step 3; the reference of the operation says the same of pools where MFA is optional. */
export function preferred({ preferred: factor, ...one }: Case): Decided | undefined {
  if (factor === undefined || !one.enabled.includes(factor)) return undefined;
  if (!usable({ ...one }, [factor]).includes(factor)) return undefined;
  return end(
    challenge(factor),
    'preferred',
    `${capital(NAME[factor])} is enabled and preferred for the user.`,
    step('3'),
  );
}

/** Step 4: an app is registered, and the pool offers it. */
function withApp(one: Case): Decided | undefined {
  if (!one.app) return undefined;
  if (!one.pool.offered.includes('totp')) return undefined;
  const registered = said(
    'app-registered',
    'No factor is preferred, and an authenticator app is registered.',
    step('4.1'),
  );
  const messages = eligible(one);
  if (messages.length === 0)
    return after(
      registered,
      end(challenge('totp'), 'only-app', 'Neither e-mail nor SMS can carry the code beside it.', step('4.3')),
    );
  return after(
    registered,
    end(choice([...messages, 'totp']), 'app-or-message', `The user may also take ${names(messages)}.`, step('4.5')),
  );
}

/** Steps 5 to 8: no app, so the addresses decide. */
function byAddress(one: Case): Decided {
  if (one.has.length === 0) return withoutAddress(one);
  return one.has.length === 1 ? withOne(one, one.has[0] as Channel) : withBoth(one);
}

function withOne(one: Case, channel: Channel): Decided {
  const only = said(
    'one-address',
    `No factor is preferred, no app can be used, and the only address is ${article(channel)}.`,
    step('6'),
  );
  const factor = factorOf(channel);
  const offers = one.pool.offered.includes(factor);
  if (offers && channel === one.primary)
    return after(
      only,
      end(
        { kind: 'lockedOut' },
        'address-is-recovery',
        `${capital(NAME[channel])} is the first choice of recovery (accountRecovery.mechanisms), so no second factor goes there.`,
        step('6'),
      ),
    );
  if (offers)
    return after(
      only,
      end(
        challenge(factor),
        'address-of-factor',
        `The pool offers ${NAME[factor]}, and ${NAME[channel]} is not the first choice of recovery.`,
        step(channel === 'email' ? '6.2' : '6.3'),
      ),
    );
  return after(only, setupOfApp(one));
}

/** Step 6 read literally locks out here, too, whom recovery reaches; the guide says before that such users are asked to set up an app. */
function setupOfApp({ pool }: Case): Decided {
  return pool.offered.includes('totp')
    ? end(
        { kind: 'setup', factors: ['totp'] },
        'app-to-set-up',
        'No offered factor reaches the user by message; an authenticator app can be set up.',
        step('6.5'),
      )
    : end(
        { kind: 'lockedOut' },
        'no-factor',
        'No offered factor reaches the user, and the pool offers no authenticator app.',
        step('6.4'),
      );
}

function withBoth(one: Case): Decided {
  const both = said(
    'both-addresses',
    'No factor is preferred, no app can be used, and the user has both addresses.',
    step('7'),
  );
  const messages = messageFactors(one);
  const free = eligible(one);
  const [first] = free.length > 0 ? free : messages;
  if (first === undefined) return after(both, setupOfApp(one));
  if (one.primary === undefined && free.length > 1)
    return after(
      both,
      end(
        choice(free),
        'no-recovery',
        'No address is the first choice of recovery (accountRecovery.mechanisms), so either may be used.',
        step('7.2'),
      ),
    );
  return after(
    both,
    free.length > 0
      ? end(
          challenge(first),
          'not-recovery',
          `${capital(NAME[first])} is offered and is not the first choice of recovery.`,
          step('7.4'),
        )
      : onlyRecovery(first),
  );
}

/** The steps do not name this case; the guide says elsewhere that the password reset then goes to the other address. */
function onlyRecovery(factor: Factor): Decided {
  return end(
    challenge(factor),
    'only-message',
    `${capital(NAME[factor])} is the only message that the pool offers; a password reset goes to the other address.`,
    `${GUIDE} (things to know)`,
  );
}

function withoutAddress(one: Case): Decided {
  const nothing = said(
    'no-address',
    'No factor is preferred, no app can be used, and the user has no address.',
    step('8'),
  );
  const factors = one.pool.offered.filter((factor) => one.primary === undefined || CHANNEL[factor] !== one.primary);
  return factors.length > 0
    ? after(
        nothing,
        end(
          { kind: 'setup', factors },
          'to-set-up',
          'What is not the first choice of recovery can be set up.',
          step('8'),
        ),
      )
    : after(
        nothing,
        end(
          { kind: 'lockedOut' },
          'no-factor',
          'The only factor that the pool offers is the first choice of recovery.',
          step('8'),
        ),
      );
}
