/**
 * A text as Terraform reads it literally from a JSON expression. Source: https://developer.hashicorp.com/terraform/language/expressions/strings#escape-sequences
 * (`$${` and `%%{`). cdktf looks for its tokens (`${TfToken[…]}`, also with `#` and `&`) even in what is escaped, so their word is broken by
 * an expression that Terraform reads as the same word.
 */
export function terraformLiteral(text: string): string {
  return text.replace(/([$%])\{/g, '$1$1{').replaceAll('{TfToken[', '{Tf${"Token"}[');
}

/** A text as a quoted string inside an expression. */
export function terraformString(text: string): string {
  return JSON.stringify(text).replace(/([$%])\{/g, '$1$1{');
}

/** What no name may hold, and a hyphen that would read as the beginning of something spelt out. */
const ODD = /[^A-Za-z0-9_-]|-(?=x[0-9a-f]+[^A-Za-z0-9_])/g;

/**
 * A Terraform name for a key. A key that is a Terraform name already stays as it is, unless it begins with an underscore
 * or looks like something spelt out; any other gets its odd characters spelt out by their code (`-x2e-` for a dot), so
 * that two keys never share a name.
 */
export function logicalName(key: string): string {
  const spelt = key.replace(ODD, (c) => `-x${(c.codePointAt(0) ?? 0).toString(16)}-`);
  return /^[A-Za-z]/.test(spelt) ? spelt : `_${spelt}`;
}
