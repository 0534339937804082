type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether stdout gets colours, before `--no-color` has its say. NO_COLOR wins over FORCE_COLOR, because text without
 * colour is never wrong. See https://no-color.org and https://force-color.org.
 */
export function wantsColor(env: Env, isTty: boolean): boolean {
  if (isSet(env['NO_COLOR'])) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTty && env['TERM'] !== 'dumb' && !isTrue(env['CI']);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}

function isTrue(value: string | undefined): boolean {
  return isSet(value) && value !== 'false' && value !== '0';
}
