import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pages } from '../docs/pages.js';

describe.each(Object.entries(pages))('the page %s', (name, blocks) => {
  const page = readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');

  it.each(Object.entries(blocks))('shows the %s as it is in the code: npm run docs:write', (block, text) => {
    expect(page).toContain(`<!-- generated: ${block} -->\n\n${text()}\n\n<!-- /generated -->`);
  });
});
