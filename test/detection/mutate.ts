// Changes one member of one object on the wire: read what AWS says, say the same again with one thing changed. Imports
// nothing that knows what Poolward makes of it; a test keeps that so.
import { type Member, requestMembers } from '../harness/writable-members.js';
import { isAnswer, type Json, type Kind, type Names, type Place, type Read } from './objects.js';
import { otherLists, otherMaps, otherValues } from './values.js';

/** One change of one member, ready to be sent or seeded. */
export interface Mutation {
  readonly member: string;
  readonly kind: Kind;
  /** The member goes: AWS is asked to have none. */
  readonly removes: boolean;
  /** What the change makes where it was not: the block that holds the member, or the whole object. */
  readonly makes: 'block' | 'object' | undefined;
  /** The changed object as a request. */
  readonly request: Json;
  /** What becomes of the member, in words. */
  readonly says: string;
  /** The same change made to an object in the shape of AWS's answer. */
  apply(answer: Json): void;
  /** The items of lists, or the keys of maps, that the change is in. */
  readonly inside: readonly string[];
}

/** `Policies.PasswordPolicy.MinimumLength` of `CreateUserPool.Policies.PasswordPolicy.MinimumLength`. */
const stepsOf = (member: string): string[] => member.split('.').slice(1);

/** AWS refuses or ignores one of two that say the same: the other one goes from the request. */
const TWINS: readonly (readonly [RegExp, string])[] = [
  [/\.UnusedAccountValidityDays$/, 'Policies.PasswordPolicy.TemporaryPasswordValidityDays'],
  [/^(?!.*UnusedAccountValidityDays)/, 'AdminCreateUserConfig.UnusedAccountValidityDays'],
  [/CreateUserPool\.SmsVerificationMessage$/, 'VerificationMessageTemplate.SmsMessage'],
  [/CreateUserPool\.EmailVerificationMessage$/, 'VerificationMessageTemplate.EmailMessage'],
  [/CreateUserPool\.EmailVerificationSubject$/, 'VerificationMessageTemplate.EmailSubject'],
  [/VerificationMessageTemplate\.SmsMessage$/, 'SmsVerificationMessage'],
  [/VerificationMessageTemplate\.EmailMessage$/, 'EmailVerificationMessage'],
  [/VerificationMessageTemplate\.EmailSubject$/, 'EmailVerificationSubject'],
  [/LambdaConfig\.PreTokenGenerationConfig/, 'LambdaConfig.PreTokenGeneration'],
  [/CreateManagedLoginBranding\.UseCognitoProvidedValues$/, 'Settings'],
  [/CreateManagedLoginBranding\.UseCognitoProvidedValues$/, 'Assets'],
  [/CreateManagedLoginBranding\.(Settings|Assets)/, 'UseCognitoProvidedValues'],
];

function withoutTwins(member: string, request: Json): Json {
  if (member.endsWith('LambdaConfig.PreTokenGeneration')) sameFunction(request.LambdaConfig);
  for (const [pattern, twin] of TWINS) if (pattern.test(member)) remove(request, twin.split('.'));
  return request;
}

/** AWS refuses two functions that differ; without the old member the new one goes too. */
function sameFunction(config: Json): void {
  if (config.PreTokenGeneration === undefined) delete config.PreTokenGenerationConfig;
  else if (config.PreTokenGenerationConfig) config.PreTokenGenerationConfig.LambdaArn = config.PreTokenGeneration;
}

function remove(object: Json, [step, ...rest]: readonly string[]): void {
  if (object === undefined || step === undefined) return;
  if (rest.length > 0) remove(object[step], rest);
  else delete object[step];
}

/** The whole request that would change nothing: what the answer has of the members that the update takes. */
function requestOf(kind: Kind, { target, answer }: Read, { names }: Place): Json {
  const members = requestMembers(kind.update).filter((name) => !(name in target));
  const said = members.map((name) => [name, answer[kind.answered?.[name] ?? name]]);
  const request = Object.fromEntries(said.filter(([, value]) => value !== undefined));
  // AWS shows the address of an image, and takes its bytes.
  if (typeof request.ImageFile === 'string') request.ImageFile = names.image;
  return structuredClone({ ...target, ...request });
}

/** Every other value of a member, from what the object is now. */
export async function mutations(member: string, about: Member, kind: Kind, place: Place): Promise<Mutation[]> {
  const read = await kind.read(place);
  if (!read) return [];
  const steps = answeredSteps(member, kind);
  const isEmpty = Object.keys(requestOf(kind, read, place)).every((name) => name in read.target);
  const makes = isEmpty ? 'object' : atBlock(read.answer, steps) === undefined ? 'block' : undefined;
  return variants(steps, read.answer, member, about, place.names).map(({ change, says, inside, removes = false }) => {
    const answer = structuredClone(read.answer);
    change(answer);
    const request = withoutTwins(member, requestOf(kind, { ...read, answer }, place));
    return { member, kind, request, says, removes, makes, apply: change, inside };
  });
}

/** The first block of the path; the member itself where it is in none. */
function atBlock(answer: Json, steps: readonly string[]): Json {
  return answer[steps[0]?.replace(/\[\]$/, '') ?? ''];
}

/** The path of the member in the answer. */
function answeredSteps(member: string, { answered = {} }: Kind): string[] {
  const [first = '', ...rest] = stepsOf(member);
  const bare = first.replace(/\[\]$/, '');
  return [first.replace(bare, answered[bare] ?? bare), ...rest];
}

interface Variant {
  readonly says: string;
  readonly removes?: boolean;
  readonly inside: readonly string[];
  change(answer: Json): void;
}

/** All changes of what is at a path, each as a function on the object. */
function variants(steps: readonly string[], at: Json, member: string, about: Member, names: Names): Variant[] {
  const [step = '', ...rest] = steps;
  if (step === '*') return inMap(rest, at, member, about, names);
  const name = step.replace(/\[\]$/, '');
  const current = at?.[name];
  const within = (inner: readonly Variant[], empty: () => Json): Variant[] =>
    inner.map((one) => ({
      ...one,
      change: (object) => {
        object[name] ??= empty();
        one.change(object[name]);
      },
    }));
  const becomes = (value: Json): Variant => ({
    says: `${name} ${show(current)} → ${show(value)}`,
    removes: value === undefined,
    inside: [],
    change: (object) => {
      if (value === undefined) delete object[name];
      else object[name] = structuredClone(value);
    },
  });
  if (step.endsWith('[]') && rest.length === 0) return otherLists(member, about, current).map(becomes);
  if (step.endsWith('[]')) return within(inList(rest, current ?? [], member, about, names), () => []);
  if (rest[0] === '*' && rest.length === 1) return otherMaps(member, about, current).map(becomes);
  if (rest.length > 0) return within(variants(rest, current, member, about, names), () => ({}));
  const gone = current === undefined ? [] : [becomes(undefined)];
  return [...otherValues(member, about, current).map(becomes), ...gone];
}

/** The same member of each item of a list that has it, or at least its block; of attributes only one's own. */
function inList(rest: readonly string[], list: Json[], member: string, about: Member, names: Names): Variant[] {
  const has = (steps: readonly string[]) => (item: Json) =>
    (!('AttributeDataType' in item) || names.attributes.includes(item.Name)) &&
    steps.reduce((at, step) => at?.[step], item) !== undefined;
  if (UNIQUE.test(member) && list.length > 1) return [exchanged(rest[0] ?? '', list)];
  const having = list.filter(has(rest));
  const items = having.length > 0 ? having : list.filter(has(rest.slice(0, -1)));
  const last = list.slice(-1).filter((item) => !('AttributeDataType' in item));
  return (items.length > 0 ? items : last).flatMap((item) => {
    const index = list.indexOf(item);
    return variants(rest, item, member, about, names).map((one) => ({
      ...one,
      inside: [String(item.Name ?? item.EventSource ?? index), ...one.inside],
      change: (copies: Json) => one.change(copies[index]),
    }));
  });
}

/** Members of which no two items of a list may have the same. */
const UNIQUE = /RecoveryMechanisms\[\]/;

function exchanged(name: string, [first, second]: Json[]): Variant {
  return {
    says: `${name} ${show(first[name])} ↔ ${show(second[name])}`,
    inside: [],
    change: ([one, two]) => {
      [one[name], two[name]] = [two[name], one[name]];
    },
  };
}

/** The same member of one value of a map. */
function inMap(rest: readonly string[], map: Json = {}, member: string, about: Member, names: Names): Variant[] {
  const [key = 'Level2'] = Object.keys(map);
  return variants(rest, map[key], member, about, names).map((one) => ({
    ...one,
    inside: [key, ...one.inside],
    change: (object) => {
      object[key] ??= {};
      one.change(object[key]);
    },
  }));
}

function show(value: Json): string {
  if (value === undefined) return 'none';
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What came of a call. */
export type Sent = 'changed' | 'ignored' | { readonly refused: string };

/** Sends the change; `ignored` where AWS still says what it said before. */
export async function sendMutation({ kind, request }: Mutation, place: Place): Promise<Sent> {
  const before = await kind.read(place);
  try {
    await place.send(kind.update, request);
  } catch (error) {
    if (!isAnswer(error)) throw error;
    return { refused: `${(error as Error).name}: ${(error as Error).message}` };
  }
  return same(before, await kind.read(place)) ? 'ignored' : 'changed';
}

export function same(before: Read | undefined, after: Read | undefined): boolean {
  const text = (read: Read | undefined) =>
    JSON.stringify(read?.answer, (key, value) =>
      /^(LastModifiedDate|CreationDate|CSSVersion)$/.test(key) ? undefined : value,
    );
  return text(before) === text(after);
}
