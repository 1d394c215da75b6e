import { readSettings } from './settings.js';
import { startServer } from './server.js';

const settings = readSettings(process.env);
if ('length' in settings) {
  console.error(`The inbox cannot start:\n${settings.map((fault) => `  ${fault}`).join('\n')}\nSee README.md.`);
  process.exit(1);
}
const running = await startServer(settings);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  // Twice is a hurry: then nothing is waited for, and nothing is lost either.
  process.once(signal, () => {
    process.once(signal, () => process.exit(1));
    void running.stop().then(() => process.exit(0));
  });
}
