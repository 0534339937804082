const OPTION = ' --environment ';

/** How a spec is named in findings and reports: as a command names it, so that a command which a finding advises does what it says. */
export function specName(file: string, environment: string | undefined): string {
  return environment === undefined ? file : `${file}${OPTION}${environment}`;
}

/** A spec as the words of a command that names it. */
export function specWords(name: string): readonly string[] {
  const environment = specEnvironment(name);
  return environment === undefined ? [name] : [specFile(name), '--environment', environment];
}

/** The file of a spec. */
export function specFile(name: string): string {
  const option = name.lastIndexOf(OPTION);
  return option < 0 ? name : name.slice(0, option);
}

/** The environment of a spec; undefined where its file has none. */
export function specEnvironment(name: string): string | undefined {
  const option = name.lastIndexOf(OPTION);
  return option < 0 ? undefined : name.slice(option + OPTION.length);
}
