import type { Unsupported } from '../../model/facet.js';

/**
 * What the provider lacks without anybody having asked for it: the bindings of 6.25 and of 6.66 (`@cdktn/provider-aws`
 * 25.7.0) have no argument for it. Links the resource's documentation, where it would have to appear.
 */
export function unsupportedWithoutIssue(what: string, resource: string): Unsupported {
  return {
    unsupported: `${what} (up to 6.66)`,
    issue: `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${resource}`,
  };
}
