// The HTML report as its readers have it: in a browser, from a file, with the keyboard, on a phone, in the dark, on paper.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { html } from '../../src/report/html.js';
import { missing } from '../harness/parts.js';
import { EVERYTHING, HOSTILE, hostile, OTHER, SHARED, SHARED_MESSAGE } from '../report/html-sample.js';
import { CALLBACKS, context, document, report, SMS } from '../report/sample.js';
import { CHROMIUM, type Chromium, type Opened, startChromium } from './chromium.js';

const skipped = missing([CHROMIUM]);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const page = (sample: Report): string => html(sample, context({ comparesLive: true, version: '1.2.3' }));
const EMPTY = report({ targets: [], coverage: { ...report().coverage, checked: 0 } });

/** The messages of the findings that can be seen, folded or not. */
const shown = (opened: Page): Promise<string[]> =>
  opened
    .locator('.f h4')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));

const said = (opened: Page): Promise<string | null> => opened.locator('#count').textContent();

const numberOpen = (opened: Page): Promise<number> => opened.locator('.f > details[open]').count();

/** Which finding has the focus. */
const focused = (opened: Page): Promise<string> =>
  opened.evaluate<string>(`document.activeElement.closest('.f')?.querySelector('h4').textContent ?? ''`);

const REVOKED = 'SMS MFA is on in the pool, but the spec turns it off.';
const UNREAD = 'domains was not compared: TooManyRequestsException after 8 attempts.';

describe.skipIf(skipped !== undefined)(
  `the HTML report in a browser${skipped ? ` (${skipped})` : ''}`,
  { timeout: 60_000 },
  () => {
    let chromium: Chromium;
    let opened: Opened[] = [];

    beforeAll(async () => {
      chromium = await startChromium();
    });
    afterAll(() => chromium.close());
    afterEach(async () => {
      await Promise.all(opened.map(({ page: one }) => one.context().close()));
      opened = [];
    });

    async function open(sample: Report, ...rest: [Parameters<Chromium['open']>[1]?, string?]): Promise<Opened> {
      const one = await chromium.open(page(sample), ...rest);
      opened.push(one);
      return one;
    }

    describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
      test.each([
        ['everything, folded', EVERYTHING, false],
        ['everything, unfolded', EVERYTHING, true],
        ['what many specs share', SHARED, true],
        ['nothing found', report(), false],
        ['nothing looked at', EMPTY, false],
      ])('%s breaks no rule of axe', async (_name, sample, unfolded) => {
        const { page: it, complaints } = await open(sample, { colorScheme });
        if (unfolded) await unfold(it);
        await it.evaluate(AXE);
        const { violations } = await it.evaluate<any>('axe.run()');
        const found = violations.map((one: any) => [one.id, ...one.nodes.map((node: any) => node.html)]);
        expect(found).toEqual([]);
        expect(complaints).toEqual([]);
      });
    });

    describe.each([320, 360, 768, 1280])('%d pixels wide', (width) => {
      test.each([
        ['everything', EVERYTHING],
        ['what many specs share', SHARED],
        ['texts without a space', hostile('x'.repeat(3000))],
      ])('%s fits', async (_name, sample) => {
        const { page: it } = await open(sample, { viewport: { width, height: 740 } });
        await unfold(it);
        expect(await it.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      });
    });

    describe('the filter', () => {
      test.each<[string, (it: Page) => Promise<unknown>, string, number]>([
        ['a severity', (it) => it.getByLabel('note', { exact: true }).check(), '2 of 8 findings', 2],
        ['a kind', (it) => it.getByLabel('kind').selectOption('Drift'), '4 of 8 findings', 4],
        ['a status', (it) => it.getByLabel('status').selectOption('Accepted'), '1 of 8 findings', 1],
        ['a spec', (it) => it.getByLabel('spec').selectOption(OTHER.spec), '1 of 8 findings', 1],
        [
          'words in any order, small or large',
          (it) => it.getByRole('searchbox').fill('SPEC sms'),
          '1 of 8 findings',
          1,
        ],
        ['a word of the details', (it) => it.getByRole('searchbox').fill('sms_configuration'), '1 of 8 findings', 1],
        ['a rule', (it) => it.getByRole('searchbox').fill('drift/changed'), '3 of 8 findings', 3],
        ['a pool', (it) => it.getByRole('searchbox').fill(OTHER.poolId), '1 of 8 findings', 1],
        ['nothing like it', (it) => it.getByRole('searchbox').fill('no such thing'), '0 of 8 findings', 0],
      ])('by %s', async (_name, act, says, number) => {
        const { page: it, complaints } = await open(EVERYTHING);
        expect(await said(it)).toBe('8 findings');
        await act(it);
        await expect.poll(() => said(it)).toBe(says);
        expect(await shown(it)).toHaveLength(number);
        expect(await it.getByText('No finding is like that.').isVisible()).toBe(number === 0);
        expect(await it.locator('.group:visible').count()).toBe(number === 0 ? 0 : await groupsWithFindings(it));
        expect(complaints).toEqual([]);
      });

      test('two severities, and a word', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.getByLabel('error', { exact: true }).check();
        await it.getByLabel('warning', { exact: true }).check();
        await it.getByRole('searchbox').fill('domains');
        await expect.poll(() => shown(it)).toEqual([UNREAD]);
      });

      test('is in the address, and comes back with it', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.getByLabel('error', { exact: true }).check();
        await it.getByLabel('kind').selectOption('Drift');
        await it.getByRole('searchbox').fill('sms & <mfa>');
        await expect.poll(() => new URL(it.url()).hash).toBe('#q=sms+%26+%3Cmfa%3E&severity=error&kind=drift');
        await it.getByRole('searchbox').fill('sms');
        await expect.poll(() => new URL(it.url()).hash).toBe('#q=sms&severity=error&kind=drift');
        await it.reload();
        expect(await shown(it)).toEqual([REVOKED]);
        expect(await it.getByRole('searchbox').inputValue()).toBe('sms');
        expect(await it.getByLabel('error', { exact: true }).isChecked()).toBe(true);
        await it.getByRole('button', { name: 'Reset' }).click();
        await expect.poll(() => said(it)).toBe('8 findings');
        expect(new URL(it.url()).hash).toBe('');
      });

      test.each(['#severity=bogus&kind=nope&spec=%00', '#q=%', '#constructor=1', '#%E0%A4%A'])(
        '%s does no harm',
        async (fragment) => {
          const { page: it, complaints } = await open(EVERYTHING, {}, fragment);
          expect(await said(it)).toMatch(/^\d( of 8)? findings$/);
          expect(complaints).toEqual([]);
        },
      );

      test('is announced', async () => {
        const { page: it } = await open(EVERYTHING);
        expect(await it.getByRole('status').textContent()).toBe('8 findings');
      });
    });

    test('what many specs share is shown once, and is found by each of them', async () => {
      const { page: it } = await open(SHARED);
      expect(await said(it)).toBe('5 findings');
      expect(await shown(it)).toEqual([SHARED_MESSAGE, 'Only here.']);
      await it.getByLabel('spec').selectOption('configs/2.yaml');
      await expect.poll(() => said(it)).toBe('1 of 5 findings');
      expect(await shown(it)).toEqual([SHARED_MESSAGE]);
      await it.getByLabel('spec').selectOption('configs/0.yaml');
      await expect.poll(() => said(it)).toBe('2 of 5 findings');
      await it.getByRole('button', { name: 'Reset' }).click();
      await it.getByRole('searchbox').fill('eu-west-1_Pool3');
      await expect.poll(() => said(it)).toBe('4 of 5 findings');
    });

    test('a link leads to its finding, and opens it', async () => {
      const { page: it } = await open(EVERYTHING);
      const id = await it.locator('.f', { hasText: 'The access token of web' }).getAttribute('id');
      expect(await it.locator(`#${id}`).isVisible()).toBe(false);
      const { page: led } = await open(EVERYTHING, {}, `#${id}`);
      await expect.poll(() => led.locator(`#${id} .body`).isVisible()).toBe(true);
      await expect
        .poll(() => led.locator(`#${id} h4`).evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(900);
    });

    describe('the keyboard', () => {
      test('searches with /, and leaves with Escape', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.keyboard.press('/');
        await it.keyboard.type('jek/domains');
        expect(await it.getByRole('searchbox').inputValue()).toBe('jek/domains');
        await it.keyboard.press('Escape');
        await expect.poll(() => said(it)).toBe('8 findings');
        await it.keyboard.press('Escape');
        expect(await it.evaluate('document.activeElement.tagName')).toBe('BODY');
      });

      test('walks with j and k over what is shown, and opens with Enter', async () => {
        const { page: it } = await open(EVERYTHING);
        const all = await shown(it);
        const walked: string[] = [];
        for (const _one of all) {
          await it.keyboard.press('j');
          walked.push(await focused(it));
        }
        expect(walked).toEqual(all);
        await it.keyboard.press('j');
        expect(await focused(it)).toBe(all.at(-1));
        await it.keyboard.press('k');
        expect(await focused(it)).toBe(all.at(-2));
        await it.keyboard.press('Enter');
        expect(await numberOpen(it)).toBe(1);
        expect(
          await it
            .locator('.f', { hasText: all.at(-2) ?? '' })
            .locator('.body')
            .isVisible(),
        ).toBe(true);
        expect(await outline(it)).toBe('solid');
      });

      test('opens and closes all with e', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.keyboard.press('e');
        expect(await numberOpen(it)).toBe(8);
        expect(await shown(it)).toHaveLength(8);
        await it.keyboard.press('e');
        expect(await numberOpen(it)).toBe(0);
      });

      test('has its keys for itself where somebody wants them', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.getByLabel('Keys:').uncheck();
        await it.keyboard.press('e');
        await it.keyboard.press('j');
        expect(await numberOpen(it)).toBe(0);
        expect(await focused(it)).toBe('');
      });

      test('reaches all by Tab, beginning with a way past the head', async () => {
        const { page: it } = await open(EVERYTHING);
        await it.keyboard.press('Tab');
        expect(await it.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
        const reached = new Set<string>();
        for (let presses = 0; presses < 40; presses += 1) {
          await it.keyboard.press('Tab');
          reached.add(await focused(it));
        }
        expect([...reached]).toEqual(expect.arrayContaining(await shown(it)));
      });
    });

    test('copies the command, and nothing else', async () => {
      const { page: it, complaints } = await open(report({ findings: [SMS] }));
      await it.getByRole('button', { name: 'Copy the command' }).click();
      await expect.poll(() => it.locator('.copy').textContent()).toBe('Copied');
      await it.keyboard.press('/');
      await it.keyboard.press('ControlOrMeta+v');
      expect(await it.getByRole('searchbox').inputValue()).toBe('poolward fix configs/email-mfa.yaml --yes');
      expect(complaints).toEqual([]);
    });

    test('says all without its script', async () => {
      const { page: it } = await open(EVERYTHING, { javaScriptEnabled: false });
      expect(await it.locator('#filter').isVisible()).toBe(false);
      expect(await it.locator('.f h4:visible').count()).toBe(6);
      await it.locator('.f summary').first().click();
      expect(await it.locator('.f .body').first().isVisible()).toBe(true);
      await it.getByText('Accepted by the spec').click();
      expect(await it.locator('.f h4:visible').count()).toBe(7);
    });

    test('can be read where a server lets nothing run', async () => {
      const server = createServer((_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html',
          'content-security-policy': "sandbox; default-src 'none'",
        });
        response.end(page(EVERYTHING));
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const one = await chromium.goTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      opened.push(one);
      expect(await one.page.getByText(REVOKED).isVisible()).toBe(true);
      expect(await one.page.getByRole('heading', { level: 1 }).textContent()).toBe('2 errors, 3 warnings, 1 note');
      server.close();
    });

    test('on paper nothing is folded, and nothing is there to click', async () => {
      const { page: it } = await open(EVERYTHING);
      await it.emulateMedia({ media: 'print' });
      expect(await it.locator('#filter').isVisible()).toBe(false);
      const heights = await it
        .locator('.f .body')
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(heights).toHaveLength(8);
      expect(Math.min(...heights)).toBeGreaterThan(20);
    });

    test.each(HOSTILE)('%j stays text', async (text) => {
      const sample = html(hostile(text), context({ comparesLive: true, document: () => document(text) }));
      const one = await chromium.open(sample);
      opened.push(one);
      await unfold(one.page);
      const tags = await one.page
        .locator('script, style, iframe, img, svg, object, embed, base')
        .evaluateAll((all) => all.map(({ tagName }) => tagName));
      const attributes = await one.page
        .locator('*')
        .evaluateAll((all) => all.flatMap((node) => node.getAttributeNames()));
      expect(tags).toEqual(['STYLE', 'SCRIPT']);
      expect(attributes.filter((name: string) => name.startsWith('on'))).toEqual([]);
      expect(one.complaints).toEqual([]);
    });

    test('5,000 findings are one file of less than 10 MB, and can be worked with', { timeout: 240_000 }, async () => {
      const findings = Array.from({ length: 5000 }, (_item, index) => {
        const like = index % 2 === 0 ? SMS : CALLBACKS;
        return {
          ...like,
          target: `configs/${index % 100}.yaml`,
          message: `${like.message} (${index})`,
          fingerprint: `${index}`,
        };
      });
      const targets = Array.from({ length: 100 }, (_item, index) => ({ ...OTHER, spec: `configs/${index}.yaml` }));
      const sample = report({ findings, targets });
      expect(Buffer.byteLength(page(sample))).toBeLessThan(10e6);
      const begun = performance.now();
      const { page: it, complaints } = await open(sample);
      const loaded = performance.now();
      await it.getByRole('searchbox').fill('(4999)');
      await expect.poll(() => said(it), { timeout: 90_000 }).toBe('1 of 5000 findings');
      const searched = performance.now();
      await it.getByRole('button', { name: 'Reset' }).click();
      await it.keyboard.press('e');
      await expect.poll(() => it.locator('#expand').textContent(), { timeout: 90_000 }).toBe('Collapse all');
      const unfolded = performance.now();
      const took = { opened: loaded - begun, searched: searched - loaded, unfolded: unfolded - searched };
      process.stdout.write(
        `5,000 findings, in ms: ${JSON.stringify(took, (_key, ms) => (typeof ms === 'number' ? Math.round(ms) : ms))}\n`,
      );
      expect(complaints).toEqual([]);
    });
  },
);

function unfold(it: Page): Promise<void> {
  return it.locator('details').evaluateAll((all) => {
    for (const details of all) details.open = true;
  });
}

function groupsWithFindings(it: Page): Promise<number> {
  return it
    .locator('.group')
    .evaluateAll((groups) => groups.filter((group) => group.querySelector('.f:not([hidden])') !== null).length);
}

function outline(it: Page): Promise<string> {
  return it.evaluate('getComputedStyle(document.activeElement).outlineStyle');
}
