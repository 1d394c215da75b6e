import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type DefaultTheme } from 'vitepress';
import { figure } from '../diagram.js';
import { subpaths } from '../subpaths.js';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

const systems = ['ladder', 'contact', 'requirement', 'pending', 'routing', 'messaging'];
const guide: readonly DefaultTheme.SidebarItem[] = [
  { text: 'Getting started', link: '/guide/getting-started' },
  { text: 'Time and zones', link: '/guide/time-and-zones' },
  { text: 'Working time', link: '/guide/working-time' },
  { text: 'Storing state', link: '/guide/storing-state' },
  { text: 'Timers with validUntil', link: '/guide/timers' },
  { text: 'Durable engines', link: '/guide/durable-engines' },
  { text: 'In the database', link: '/sql' },
  { text: 'Telling a person', link: '/guide/telling-a-person' },
  { text: 'Changing a policy', link: '/guide/changing-a-policy' },
  { text: 'Comparing policies', link: '/comparing-policies' },
  { text: 'Testing with the spec', link: '/guide/testing-with-the-spec' },
  { text: 'The format of the cases', link: '/executable-specification' },
  { text: 'Versions of rules', link: '/guide/versioning' },
  { text: 'Security', link: '/guide/security' },
];
const reference = [
  { text: 'Proof', link: '/proof' },
  { text: 'Benchmarks', link: '/benchmarks' },
  { text: 'Changelog', link: '/changelog' },
  { text: 'Glossary', link: '/glossary' },
];
const systemPages = systems.map((system) => ({ text: system, link: `/${system}` }));
const playgrounds = systems.map((system) => ({ text: system, link: `/playground/${system}` }));

/** A subpath with namespaces has a folder of pages: `pauta/testing`. */
function apiPage(name: string): string {
  const folder = fileURLToPath(new URL(`../api/${name}/index.md`, import.meta.url));
  return existsSync(folder) ? `/api/${name}/` : `/api/${name}`;
}

export default defineConfig({
  title: 'pauta',
  description: 'The operating rules of a contact centre as pure TypeScript.',
  lang: 'en',
  // The icon is written here, so that it works under any base and asks for nothing.
  head: [
    [
      'link',
      {
        rel: 'icon',
        href:
          "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' " +
          "rx='3' fill='%232c6e6a'/><path d='M4 4.5h8M4 8h8M4 11.5h5' stroke='white' stroke-width='1.5'/></svg>",
      },
    ],
  ],
  themeConfig: {
    nav: [
      {
        text: 'Guide',
        link: '/guide/getting-started',
        activeMatch: '/guide/|/comparing-policies|/executable-specification',
      },
      { text: 'Systems', items: systemPages },
      { text: 'Playground', items: playgrounds },
      { text: 'API', link: '/api/', activeMatch: '/api/' },
      { text: 'More', items: reference },
    ],
    sidebar: [
      { text: 'Guide', items: [...guide] },
      { text: 'Systems', items: systemPages },
      { text: 'Playground', link: '/playground/', items: playgrounds },
      { text: 'Reference', items: reference },
      {
        text: 'API',
        link: '/api/',
        collapsed: true,
        items: subpaths.map(({ name }) => ({ text: name, link: apiPage(name) })),
      },
    ],
    outline: { level: [2, 3] },
    search: {
      provider: 'local',
      options: {
        // Whoever looks for a rule wants its page first, then the types that name it.
        miniSearch: { searchOptions: { boostDocument: (id: string) => (id.includes('/api/') ? 0.2 : 1) } },
      },
    },
    docFooter: { prev: false, next: false },
  },
  markdown: {
    config: (md) => {
      const { fence } = md.renderer.rules;
      md.renderer.rules.fence = (tokens, index, options, env, self) => {
        const token = tokens[index];
        if (token?.info.trim() === 'mermaid') return figure(token.content);
        return fence?.(tokens, index, options, env, self) ?? self.renderToken(tokens, index, options);
      };
    },
  },
  vite: {
    // The index of the search is one file, and is loaded only by who searches.
    build: { chunkSizeWarningLimit: 2_000 },
    resolve: {
      // The playground runs the sources, as the tests do.
      alias: [
        { find: /^pauta$/, replacement: `${src}index.ts` },
        { find: /^pauta\/(.+)\/(schema|csv|phones)$/, replacement: `${src}$1/$2.ts` },
        { find: /^pauta\/(.+)$/, replacement: `${src}$1/index.ts` },
      ],
    },
  },
});
