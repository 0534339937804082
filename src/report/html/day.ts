/** A time to the minute: `2026-01-02 03:04 UTC`. */
export function day(time: string): string {
  const [, date, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/.exec(time) ?? [];
  return date === undefined ? time : `${date} ${minute} UTC`;
}
