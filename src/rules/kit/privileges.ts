const WORDS: ReadonlySet<string> = new Set(
  (
    'admin admins administrator isadmin superadmin superuser staff role roles roleid userrole group groups groupid usergroup ' +
    'permission permissions privilege privileges entitlement entitlements scope scopes ' +
    'tenant tenants tenantid org orgs orgid organization organisation organizationid organisationid account accounts accountid'
  ).split(' '),
);

/** Whether an attribute of the pool's own sounds like one that an application gives rights by: a role, a tenant, an account. */
export function isPrivilege(attribute: string): boolean {
  const name = /^(?:dev:)?custom:(.+)$/.exec(attribute)?.[1] ?? '';
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  return words.some((word) => WORDS.has(word.toLowerCase()));
}
