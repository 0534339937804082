/** What a pipeline may rely on. */
export const EXIT = {
  clean: 0,
  findings: 1,
  unusable: 2,
  unchecked: 3,
  interrupted: 130,
  terminated: 143,
} as const;

/** One of the six exit codes that exist. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
