/**
 * The standard messages of the manual. The snippet and the survey exist only in images: they are the host's own
 * (ME-17).
 */
export type TemplateName = 'case-3' | 'closing' | 'contact-request' | 'capture-call' | 'central-phone';

/** What a template must have a place for, whatever its wording: L65 and L106 demand it. */
const demanded: Readonly<Partial<Record<TemplateName, readonly string[]>>> = {
  'case-3': ['department', 'agent'],
  'central-phone': ['agent', 'centralPhone'],
};

/** Any name between braces: Spanish names have accents, and people put spaces around them, which are no part of it. */
const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names of the placeholders in a text, each once, in the order in which they first stand there. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(PLACEHOLDER), ([, name]) => (name as string).trim()))];
}

/** A text with its placeholders filled. What is put in is not looked at again. */
export function filled(text: string, valueOf: (placeholder: string) => string): string {
  return text.replaceAll(PLACEHOLDER, (_, name: string) => valueOf(name.trim()));
}

/** Whether a text has a brace that belongs to no placeholder, or a placeholder without a name. */
export function hasStrayBrace(text: string): boolean {
  return placeholdersIn(text).includes('') || /[{}]/.test(filled(text, () => ''));
}

/** The placeholders that a template must have and has not. */
export function lackingPlaceholders(
  templates: Readonly<Record<TemplateName, string>>,
): readonly { readonly template: TemplateName; readonly placeholder: string }[] {
  return (Object.keys(templates) as TemplateName[]).flatMap((template) => {
    const present = placeholdersIn(templates[template]);
    return (demanded[template] ?? [])
      .filter((placeholder) => !present.includes(placeholder))
      .map((placeholder) => ({ template, placeholder }));
  });
}
