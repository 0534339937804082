type Env = Readonly<Record<string, string | undefined>>;

/** Environment in which AWS tools reach the sandbox only, and nothing of the user's own AWS configuration. */
export function sandboxEnv(url: string): Env {
  const own = Object.entries(process.env).filter(([name]) => !/^(AWS_|TF_)/.test(name));
  return {
    ...Object.fromEntries(own),
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    AWS_CONFIG_FILE: '/nonexistent/aws-config',
    AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/aws-credentials',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: url,
    CHECKPOINT_DISABLE: '1',
  };
}
