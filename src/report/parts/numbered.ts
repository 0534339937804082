/** The same names, each once: a name that occurs again gets its ordinal, as in `mfa.sms (2)`. */
export function numbered(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    let ordinal = (seen.get(name) ?? 0) + 1;
    while (ordinal > 1 && taken.has(`${name} (${ordinal})`)) ordinal += 1;
    seen.set(name, ordinal);
    return ordinal === 1 ? name : `${name} (${ordinal})`;
  });
}
