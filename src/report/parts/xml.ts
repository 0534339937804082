import { visible } from './visible.js';

/** An element, with its attributes and what it holds. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** Text, or elements. */
  readonly content?: string | readonly XmlElement[];
}

/** A document of XML 1.0. Any text can be given; what XML cannot hold is written as an escape that people can read. */
export function xml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, '')}\n`;
}

function element({ name, attributes = {}, content = '' }: XmlElement, indent: string): string {
  const head = `${indent}<${name}${Object.entries(attributes).map(attribute).join('')}`;
  if (content.length === 0) return `${head}/>`;
  if (typeof content === 'string') return `${head}>${xmlText(content)}</${name}>`;
  const inner = content.map((child) => element(child, `${indent}  `));
  return `${head}>\n${inner.join('\n')}\n${indent}</${name}>`;
}

function attribute([name, value]: readonly [string, string | number | undefined]): string {
  return value === undefined ? '' : ` ${name}="${xmlText(visible(String(value)))}"`;
}

/** Line breaks stay: the text of an element may have several lines. */
function xmlText(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, (character) => (character === '\uffff' ? '\\uffff' : '\\ufffe'))
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
