import type { DemoArgs } from '../engines.js';

export async function runDemo(_args: DemoArgs): Promise<void> {}
