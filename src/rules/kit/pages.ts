const API = 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference';
const GUIDE = 'https://docs.aws.amazon.com/cognito/latest/developerguide';

/** A page of Cognito's API reference. */
export const api = (name: string): string => `${API}/API_${name}.html`;

/** A page of Cognito's developer guide. */
export const guide = (name: string): string => `${GUIDE}/${name}.html`;

/** An issue of the Terraform provider. */
export const providerIssue = (number: number): string =>
  `https://github.com/hashicorp/terraform-provider-aws/issues/${number}`;

/** The provider's documentation of a resource. */
export const providerResource = (name: string): string =>
  `https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/${name}`;

/** Where AWS's answers to refused deploys were recorded. */
export const RECORDED_REFUSALS = 'https://github.com/badmintoncryer/cdk-preflight';
