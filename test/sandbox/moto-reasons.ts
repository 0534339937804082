export function reasonFor(_where: string): string {
  return 'no reason given';
}
