const API = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide';

/** A page of Cognito's API reference. */
export const api = (name: string): string => `${API}/API_${name}.html`;

/** A page of Cognito's developer guide. */
export const guide = (name: string): string => `${GUIDE}/${name}.html`;

/** An issue of the Terraform provider. */
export const providerIssue = (number: number): string =>
  `https://github.com/hashicorp/terraform-provider-aws/issues/${number}`;

/** An issue of the AWS CDK. */
export const cdkIssue = (number: number): string => `https://github.com/aws/aws-cdk/issues/${number}`;

/** The provider's documentation of a resource. */
export const providerResource = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${name}`;

/** Where AWS's answers to refused deploys were recorded. */
export const RECORDED_REFUSALS = 'https://github.com/badmintoncryer/cdk-preflight';

/** AWS Security Hub's controls of Cognito. */
export const SECURITY_HUB = 'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html';

/** NIST SP 800-63B-4, Authentication and Authenticator Management. */
export const NIST_AUTHENTICATION = 'https://pages.nist.gov/800-63-4/sp800-63b.html';

/** A section of RFC 9700, OAuth 2.0 Security Best Current Practice. */
export const rfc9700 = (section: string): string => `https://www.rfc-editor.org/rfc/rfc9700.html#section-${section}`;
