import type { Finding } from '../../model/finding.js';
import { type Labelled, ORDINARY } from './contrast.js';
import { details } from './details.js';
import { visible } from './visible.js';

/** All about a finding as plain text: the sentence first, because a viewer with little room shows no more. */
export function sarifMessage(finding: Finding): string {
  return [visible(finding.message), ...details(finding, ORDINARY).map(line)].map(plain).join('\n');
}

function line([label, text]: Labelled): string {
  return label === '' ? text : `${label}: ${text}`;
}

/** `[text](target)` would be a link, and `{0}` an argument, in a plain message as well. */
function plain(text: string): string {
  return text.replaceAll(/\[(?=[^\]]*\]\()/g, '\\[').replaceAll(/\{(\d+)\}/g, '{{$1}}');
}
