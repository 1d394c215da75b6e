/**
 * Answers, tables and machines for people to read, in Spanish and English. It looks everything up in the catalogue;
 * a bundle that shows no sentence does not carry it.
 */
export { comparisonText } from './comparison.js';
export { explain, explainRow, explainRule, type Explanation, type Telling } from './explanation.js';
export { languages, type Lang } from './speech.js';
export { machineInWords, machineMermaid, type Diagram, type Drawable } from './mermaid.js';
export { tableInWords, tableMarkdown } from './markdown.js';
export { timelineText } from './plain.js';
export { explainRecorded } from './recorded.js';
export { whyNot, type WhyNot } from './why-not.js';
export { frameOf, wordsOf } from './vocabulary.js';
export type { Codes } from './words.js';
