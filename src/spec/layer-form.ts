import { posix } from 'node:path';
import type { Path } from '../model/source.js';
import type { Layer } from './layers.js';
import { limits } from './limits.js';
import { isPlain, type Plain } from './plain.js';
import type { Problem } from './problem.js';
import { quote } from './quote.js';

/** What an overlay is called: it is an argument of a command too. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

type Wording = Pick<Problem, 'message' | 'help'>;

/**
 * What is wrong with the keys that say how a file lies over others. They are read before the whole spec is there for its
 * schema, and one that was passed over would leave out what it names.
 */
export function layerProblems(layer: Layer): Problem[] {
  const { value } = layer;
  return [
    ...pathProblems(layer, 'extends'),
    ...pathProblems(layer, 'baseline'),
    ...(value['remove'] === undefined || isTexts(value['remove']) ? [] : [problem(layer, ['remove'], REMOVE)]),
    ...(value['overlays'] === undefined ? [] : overlayProblems(layer, value['overlays'])),
  ];
}

function pathProblems(layer: Layer, key: string): Problem[] {
  const value = layer.value[key];
  if (value === undefined) return [];
  if (typeof value === 'string') return isYaml(value) ? [] : [problem(layer, [key], notYaml(value))];
  if (!isTexts(value)) return [problem(layer, [key], notPaths(key))];
  return value.flatMap((name, index) => (isYaml(name) ? [] : [problem(layer, [key, index], notYaml(name))]));
}

function overlayProblems(layer: Layer, overlays: unknown): Problem[] {
  if (!isPlain(overlays) || Object.keys(overlays).length === 0) return [problem(layer, ['overlays'], OVERLAYS)];
  if (Object.keys(overlays).length > limits.overlays) return [problem(layer, ['overlays'], TOO_MANY)];
  return Object.entries(overlays).flatMap(([name, overlay]) => {
    const path = ['overlays', name];
    if (!NAME.test(name)) return [problem(layer, path, badName(name), 'key')];
    if (overlay !== null && !isPlain(overlay)) return [problem(layer, path, notAnOverlay(name))];
    return [...notHere(layer, path, overlay ?? {}), ...layerProblems(overlayIn(layer, name))];
  });
}

/** The overlay of a name as a layer of its own. */
export function overlayIn({ value, locate }: Layer, name: string): Layer {
  const overlays = value['overlays'];
  const own = isPlain(overlays) && Object.hasOwn(overlays, name) ? overlays[name] : undefined;
  return {
    value: isPlain(own) ? own : {},
    locate: (path, part) => locate(['overlays', name, ...path], part),
  };
}

function notHere(layer: Layer, path: Path, overlay: Plain): Problem[] {
  return ['extends', 'include', 'overlays']
    .filter((key) => Object.hasOwn(overlay, key))
    .map((key) =>
      problem(
        layer,
        [...path, key],
        { message: `${key} cannot stand in an overlay.`, help: 'Write it at the left margin of the file.' },
        'key',
      ),
    );
}

const RULES = {
  baseline: 'baseline/form',
  extends: 'extends/form',
  overlays: 'overlays/form',
  remove: 'remove/form',
} as const;

function problem({ locate }: Layer, path: Path, wording: Wording, part: 'key' | 'value' = 'value'): Problem {
  const key = path[0] as keyof typeof RULES;
  return { rule: RULES[key], ...wording, at: locate(path, part), path };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string' && one !== '');
}

/** Nothing else is opened: a message shows lines of what it is about. */
const isYaml = (name: string) => ['.yaml', '.yml'].includes(posix.extname(name).toLowerCase());

const notYaml = (name: string): Wording => ({
  message: `${quote(name)} is not the name of a YAML file.`,
  help: 'Name a *.yaml or *.yml file by its path from the folder of this one.',
});

const notPaths = (key: string): Wording => ({
  message: `${key} is neither the path of a file nor a list of such paths.`,
  help: `Write ${key}: ../platform.yaml, or a list.`,
});

const REMOVE: Wording = {
  message: 'remove is not a list of spec paths.',
  help: 'Write a list, for example remove: [clients.web, mfa.email].',
};

const OVERLAYS: Wording = {
  message: 'overlays names no environment.',
  help: 'Write a name and beneath it what is different there, or delete the key.',
};

const TOO_MANY: Wording = {
  message: `overlays names more than ${limits.overlays} environments.`,
  help: 'Give some of them files of their own that extend this one.',
};

const badName = (name: string): Wording => ({
  message: `The environment ${quote(name)} has a name that cannot be used; expected letters, digits, dots, _ and -.`,
  help: 'Rename it, for example to production.',
});

const notAnOverlay = (name: string): Wording => ({
  message: `The overlay ${name} is not a mapping.`,
  help: 'Write beneath it the sections that are different there.',
});
