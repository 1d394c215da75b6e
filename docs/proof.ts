import { markdownTable } from '../src/render/markdown.js';
import { published, type Proof } from '../test/proof/figures.js';
import { equivalents } from '../test/proof/mutation/survivors.js';

const proofs = ['mutation', 'engines', 'machines', 'everywhere', 'fuzz', 'faults', 'working-time', 'supply'];

/** The generated parts of docs/proof.md. */
export const proofBlocks: Readonly<Record<string, () => string>> = {
  claims: () => claimsBlock(published()),
  ...Object.fromEntries(proofs.map((name) => [name, () => runBlock(name)])),
  equivalents: equivalentsBlock,
};

/** Every claim, its command and what was last seen of it, in the order in which the page speaks of them. */
function claimsBlock(all: readonly Proof[]): string {
  const inOrder = proofs.flatMap((name) => all.filter((proof) => commandOf(proof) === name));
  const rows = inOrder.flatMap((proof) =>
    proof.figures.map(({ claim, seen, holds }) => [
      claim,
      plain(seen),
      holds ? 'holds' : '**falls short**',
      `\`npm run prove -- ${commandOf(proof)}\``,
      proof.date,
    ]),
  );
  return markdownTable([['claim', 'last seen', '', 'command', 'on'], ...rows]);
}

/** What a run said, for a page that takes tags for tags: a stack trace has `<anonymous>` in it. */
function plain(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('{{', '&#123;&#123;');
}

/** On what, when and for how long a proof was last run: of each part of it that has a run of its own. */
function runBlock(name: string): string {
  const runs = published().filter((proof) => commandOf(proof) === name);
  if (runs.length === 0) return `\`npm run prove -- ${name}\` has not come to its end yet.`;
  const lines = runs.map((proof) => {
    const part = proof.name === name ? '' : `${proof.name.slice(name.length + 1)}: `;
    const time = proof.seconds < 120 ? `${proof.seconds} s` : `${Math.round(proof.seconds / 60)} min`;
    return `- ${part}${proof.date}, ${time}, ${proof.machine}`;
  });
  return [`\`npm run prove -- ${name}\`, last run:`, '', ...lines].join('\n');
}

/** A proof may be published in parts: \`mutation-pending\` is one of \`mutation\`. */
function commandOf({ name }: Proof): string {
  return proofs.find((proof) => name === proof || name.startsWith(`${proof}-`)) ?? name;
}

/** The mutants that nobody can tell from the original: each reason, and whom it excuses. */
function equivalentsBlock(): string {
  return equivalents
    .map(({ why, mutants }) => {
      const list = mutants.map((mutant) => `- \`\`${mutant}\`\``).join('\n');
      return `<details>\n<summary>${mutants.length}: ${why}</summary>\n\n${list}\n\n</details>`;
    })
    .join('\n\n');
}
