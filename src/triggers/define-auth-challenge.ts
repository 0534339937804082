import { type DefineSettings, SETTINGS } from '../model/trigger-settings.js';
import type { DefineEvent } from './flow/event.js';
import { nextStep, type Step } from './flow/next-step.js';

const RESPONSES: Readonly<Record<Step, object>> = {
  password: { challengeName: 'PASSWORD_VERIFIER', issueTokens: false, failAuthentication: false },
  code: { challengeName: 'CUSTOM_CHALLENGE', issueTokens: false, failAuthentication: false },
  tokens: { issueTokens: true, failAuthentication: false },
  fail: { issueTokens: false, failAuthentication: true },
};

const { attempts } = JSON.parse(process.env[SETTINGS] ?? '') as DefineSettings;

/** Decides what comes next in a sign-in by custom challenge. */
export async function handler(event: DefineEvent): Promise<DefineEvent> {
  return { ...event, response: RESPONSES[nextStep(event.request, attempts, Date.now())] };
}
