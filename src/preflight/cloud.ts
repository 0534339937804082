// What the checks ask of AWS. `aws/` has the real one.

/** A verified address or domain of SES. */
export interface EmailIdentity {
  /** Whether SES sends from it. */
  readonly verified: boolean;
  /** In AWS's word: `PENDING`, `SUCCESS`, `FAILED`, `TEMPORARY_FAILURE`, `NOT_STARTED`; absent where AWS gives none. */
  readonly status: string | undefined;
}

/** An IAM role. */
export interface Role {
  /** The trust policy: a JSON document. */
  readonly trust: string;
  /** ARN of the managed policy beyond which the role may do nothing. */
  readonly boundary: string | undefined;
}

/** An ACM certificate. */
export interface Certificate {
  /** `ISSUED`, or in AWS's word why not. */
  readonly status: string;
  /** The names that it is for; `*` stands for one label. */
  readonly names: readonly string[];
  readonly notAfter: Date | undefined;
}

/** A Lambda function, version or alias. */
export interface LambdaFunction {
  /** `Active`, or in AWS's word why not. */
  readonly state: string;
  readonly reason: string | undefined;
}

/** A KMS key. */
export interface Key {
  /** `Enabled`, or in AWS's word why not. */
  readonly state: string;
  readonly symmetric: boolean;
  readonly multiRegion: boolean;
}

/**
 * Every question that a check may ask; each is asked once a run. `undefined` and `false` mean that AWS says that there is
 * no such thing. Rejects with `Unread` and AWS's words where nobody knows.
 */
export interface Cloud {
  /** The account of the credentials: twelve digits. */
  account(region: string): Promise<string>;
  /** The ARN of the credentials. */
  caller(region: string): Promise<string>;
  emailIdentity(region: string, name: string): Promise<EmailIdentity | undefined>;
  /** Whether SES may send to any address, and not only to verified ones. */
  emailsAnybody(region: string): Promise<boolean>;
  hasConfigurationSet(region: string, name: string): Promise<boolean>;
  /** Whether SNS sends SMS only to verified numbers. */
  smsSandbox(region: string): Promise<boolean>;
  /** US dollars a month; undefined where nobody set it. */
  smsSpendLimit(region: string): Promise<number | undefined>;
  role(region: string, name: string): Promise<Role | undefined>;
  /** The policies of a role, inline and attached: JSON documents. */
  rolePolicies(region: string, name: string): Promise<readonly string[]>;
  /** A managed policy, as it is now: a JSON document. */
  policy(region: string, arn: string): Promise<string>;
  certificate(region: string, arn: string): Promise<Certificate | undefined>;
  /** By the ARN of a function, a version or an alias. */
  lambdaFunction(region: string, arn: string): Promise<LambdaFunction | undefined>;
  /** Who may call it: a JSON document; undefined where nobody was permitted. */
  lambdaPolicy(region: string, arn: string): Promise<string | undefined>;
  key(region: string, arn: string): Promise<Key | undefined>;
  hasLogGroup(region: string, name: string): Promise<boolean>;
  /** The state of a Firehose stream: `ACTIVE`, or in AWS's word why not. */
  streamState(region: string, name: string): Promise<string | undefined>;
  hasBucket(region: string, name: string): Promise<boolean>;
}
