// An object that was deleted and made again bears the old name, and is another object: applications know the old id.

import { facetOf } from '../facets/index.js';
import type { PoolIdentity } from '../model/facet.js';
import type { Finding } from '../model/finding.js';
import type { SourceDocument } from '../model/source.js';
import { type PoolState, settingName, yamlPath } from '../model/state.js';
import { shell } from '../text/shell.js';
import type { KnownIds } from './observe.js';

interface Home {
  readonly document: SourceDocument;
  readonly identity: PoolIdentity;
  readonly desired: PoolState;
  readonly live: PoolState;
}

/** Objects of the spec whose live id is not the one that the deploy wrote down. */
export function remade(ids: KnownIds, { document, identity, desired, live }: Home): Finding[] {
  return [...ids].flatMap(([address, known]) => {
    const wanted = desired.entries.get(address);
    const found = live.entries.get(address)?.id;
    if (!wanted || found === undefined || found === known) return [];
    const facet = facetOf(wanted.facet);
    const noun = facet?.kind === 'keyed' ? facet.noun : 'object';
    const setting = settingName(address);
    return [
      {
        rule: 'audit/made-again',
        severity: 'error' as const,
        message: `The ${noun} ${wanted.key} is not the one that was deployed: its id is ${found}, and the deploy outputs say ${known}.`,
        cause:
          'It was deleted and made again outside the code, with another id; whatever was told the old id no longer works.',
        deploy: 'makes one more: Terraform no longer finds the one in its state',
        help: `Find out who made it. To keep it, give the applications its id and import it with terraform import; else delete it and deploy: ${shell`cdktf deploy ${identity.id}`}.`,
        target: document.file,
        setting,
        at: document.locate(yamlPath(address), 'key'),
        confidence: 'measured' as const,
        fingerprint: `${identity.id}:audit/made-again:${setting}`,
      },
    ];
  });
}
