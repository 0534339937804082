/** The app that makes `cdktf synth`, `diff` and `deploy` work on specs. */
export const CDKTF_APP = 'npx poolward synth';

/** The cdktf CLI reads this; Poolward does not. */
export function cdktfJson(projectId: string): string {
  const settings = {
    language: 'typescript',
    app: CDKTF_APP,
    projectId,
    sendCrashReports: 'false',
    terraformProviders: [],
    terraformModules: [],
    context: {},
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** What the owner of an existing cdktf.json has to change, if anything. */
export function cdktfJsonAdvice(existing: string): string | undefined {
  const app = appOf(existing);
  if (app === undefined) return `cdktf.json has no "app" that can be read: set it to ${JSON.stringify(CDKTF_APP)}.`;
  if (/\bpoolward(?:@\S+)? synth\b/.test(app)) return undefined;
  return `cdktf.json runs another app, ${JSON.stringify(app)}: to deploy specs, change "app" to ${JSON.stringify(CDKTF_APP)}, or keep both apart with \`npx cdktf deploy --app ${JSON.stringify(CDKTF_APP)} --output cdktf.out/poolward\`.`;
}

function appOf(text: string): string | undefined {
  try {
    const { app } = JSON.parse(text);
    return typeof app === 'string' ? app : undefined;
  } catch {
    return undefined;
  }
}
