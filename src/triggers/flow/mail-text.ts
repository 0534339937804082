import type { CreateSettings, MailText } from '../../model/trigger-settings.js';
import { TEXTS } from './texts.js';

type Wanted = Pick<CreateSettings, 'texts' | 'language' | 'minutes'>;

/** The mail in the language of the user's `locale`, with code and minutes filled in. */
export function mailText(locale: string | undefined, code: string, { texts, language, minutes }: Wanted): MailText {
  const all = byTag({ ...TEXTS, ...texts });
  const tag = [...narrowing(locale ?? ''), ...narrowing(language), 'en'].find((one) => all.has(one)) ?? 'en';
  const { subject, body } = all.get(tag) as MailText;
  const filled: Readonly<Record<string, string>> = { code, minutes: String(minutes) };
  return { subject, body: body.replace(/\{(code|minutes)\}/g, (_, name: string) => filled[name] ?? '') };
}

/** Tags are compared without case, and with hyphens: `pt_BR` is `pt-br`. */
function byTag(texts: Readonly<Record<string, MailText>>): ReadonlyMap<string, MailText> {
  return new Map(Object.entries(texts).map(([tag, text]) => [plainTag(tag), text]));
}

const plainTag = (tag: string): string => tag.trim().replaceAll('_', '-').toLowerCase();

/** `zh-Hant-TW`, `zh-Hant`, `zh`: RFC 4647, section 3.4. */
function narrowing(tag: string): string[] {
  const parts = plainTag(tag).split('-').slice(0, 8);
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-')).filter((one) => one !== '');
}
