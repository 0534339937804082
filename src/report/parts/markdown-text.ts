import { visible } from './visible.js';

/** One line of text in which Markdown and HTML find nothing of their own, and which calls nobody by `@name`. */
export function markdownText(text: string): string {
  return uncalling(visible(text).replace(/[\\`*_{}[\]<>|#~&]/g, (character) => `\\${character}`));
}

/** Code on one line; a grave accent within it would end it. */
export function markdownCode(text: string): string {
  return `\`${visible(text).replaceAll('`', "'")}\``;
}

/** The same for the inside of an HTML element, where Markdown is not read. */
export function html(text: string): string {
  return uncalling(visible(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`));
}

/** A comment between the two breaks a mention, and is not seen. */
function uncalling(text: string): string {
  return text.replace(/(?<![\w.+-])@(?=\w)/g, '@<!-- -->');
}
