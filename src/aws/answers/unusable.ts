/** Where an answer came from. */
export interface Origin {
  readonly operation: string;
  /** `https://host:port` */
  readonly address: string;
  /** Absent where no whole answer came. */
  readonly status?: number;
}

/** An answer, or half of one, that says nothing for certain: what was asked for is not known. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
  /** The SDK sends a call again by the status of its answer. */
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor({ operation, address, status }: Origin, fault: string, advice?: string) {
    const from = [...(status === undefined ? [] : [`status ${status}`]), `from ${address}`].join(', ');
    super(`${operation}: ${fault} (${from})${advice === undefined ? '' : `. ${advice}`}`);
    this.$metadata = status === undefined ? {} : { httpStatusCode: status };
  }
}

/** For what no AWS service answers. */
export const NOT_AWS = 'This is not AWS: check the proxy and AWS_ENDPOINT_URL.';
