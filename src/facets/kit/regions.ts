/** Regions of Amazon SNS that a pool may send from, by the pool's own; a pool's Region that is not here has not been looked up. */
export const SNS_REGIONS: Readonly<Record<string, readonly string[]>> = {
  ...own(
    'us-east-1',
    'us-west-1',
    'us-west-2',
    'ap-southeast-1',
    'ap-southeast-2',
    'ap-northeast-1',
    'eu-west-1',
    'eu-west-3',
    'eu-north-1',
    'eu-south-1',
    'me-south-1',
    'sa-east-1',
  ),
  'us-east-2': ['us-east-1', 'us-east-2'],
  'ca-central-1': ['ca-central-1', 'us-east-1'],
  'ap-northeast-2': ['ap-northeast-1'],
  'ap-south-1': ['ap-south-1', 'ap-southeast-1'],
  'eu-central-1': ['eu-central-1', 'eu-west-1'],
  'eu-west-2': ['eu-west-1', 'eu-west-2'],
};

const EVERYWHERE = ['eu-west-1', 'us-east-1', 'us-west-2'];

/** The same for Amazon SES. */
export const SES_REGIONS: Readonly<Record<string, readonly string[]>> = {
  ...own('us-west-1', 'eu-west-3', 'eu-north-1', 'eu-south-1', 'me-south-1', 'sa-east-1'),
  'us-east-1': EVERYWHERE,
  'us-west-2': EVERYWHERE,
  'eu-west-1': EVERYWHERE,
  ...Object.fromEntries(
    [
      'us-east-2',
      'ca-central-1',
      'ap-northeast-1',
      'ap-northeast-2',
      'ap-south-1',
      'ap-southeast-1',
      'ap-southeast-2',
      'eu-west-2',
      'eu-central-1',
    ].map((region) => [region, [region, ...EVERYWHERE].sort()]),
  ),
};

function own(...regions: string[]): Record<string, readonly string[]> {
  return Object.fromEntries(regions.map((region) => [region, [region]]));
}
