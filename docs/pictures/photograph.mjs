// One picture of one page by headless Chromium: photograph.mjs URL FILE HEIGHT TEXT... once all texts are there.
// Chromium is driven through a pipe, so that nothing has to be installed beside it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [url, file, height, ...texts] = process.argv.slice(2);
const width = 1280;
const profile = mkdtempSync(join(tmpdir(), 'photograph-'));
const chromium = spawn(
  process.env.CHROMIUM || 'chromium',
  ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--remote-debugging-pipe',
    `--user-data-dir=${profile}`, `--window-size=${width},${height}`, 'about:blank'],
  { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
const [, , , commands, answers] = chromium.stdio;

const waiting = new Map();
let rest = '';
answers.setEncoding('utf8').on('data', data => {
  const messages = (rest + data).split('\0');
  rest = messages.pop();
  for (const message of messages.map(JSON.parse)) {
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error) reject?.(new Error(message.error.message));
    else resolve?.(message.result);
  }
});
let last = 0;
const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
  waiting.set(++last, { resolve, reject });
  commands.write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
});

try {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  const page = (method, params) => send(method, params, sessionId);
  await page('Emulation.setDeviceMetricsOverride', { width, height: +height, deviceScaleFactor: 1, mobile: false });
  await page('Page.navigate', { url });
  const shown = async () => {
    const { result } = await page('Runtime.evaluate', { expression: 'document.body?.innerText ?? ""' });
    return result.value;
  };
  const all = async () => {
    const end = Date.now() + 90_000;
    for (;;) {
      const seen = await shown();
      if (texts.every(text => seen.includes(text))) return pause(1500); // Fonts and what moves into place.
      if (Date.now() > end) throw new Error(`${url} never showed ${texts.join(', ')}, but:\n${seen}`);
      await pause(250);
    }
  };
  await all();
  // The UI's frames for Markdown are a line too short: a person scrolls them, a picture cannot.
  await page('Runtime.evaluate', {
    expression: 'document.querySelectorAll("iframe").forEach(it => it.height = parseInt(it.height) + 40 + "px")' });
  await pause(250);
  const { data } = await page('Page.captureScreenshot', { format: 'png' });
  writeFileSync(file, Buffer.from(data, 'base64'));
  await send('Browser.close').catch(() => {});
} finally {
  chromium.kill();
  await new Promise(resolve => chromium.exitCode === null ? chromium.once('exit', resolve) : resolve());
  rmSync(profile, { recursive: true, force: true });
}
