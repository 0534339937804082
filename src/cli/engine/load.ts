import { type Loaded, type LoadOptions, loadSpecs } from '../../spec/load.js';
import type { SpecArgs } from '../engines.js';
import { today } from './outcome.js';

/** Reads the specs that the user named, as of today and with the environment's variables. */
export function load({ specs, io, environment }: SpecArgs, options: Pick<LoadOptions, 'posture'> = {}): Loaded {
  const how = { ...options, today: today(io), env: io.env, environment };
  const loaded = io.blocking(() => loadSpecs(specs, io.files, how));
  io.conceal(loaded.taken, loaded.specFiles);
  return loaded;
}
