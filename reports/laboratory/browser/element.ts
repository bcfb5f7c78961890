type Child = Node | string | null | false;

interface Properties {
  readonly class?: string;
  readonly hidden?: boolean;
  readonly [attribute: `${'aria' | 'data'}-${string}`]: string;
  readonly role?: string;
  readonly for?: string;
  readonly id?: string;
  readonly type?: string;
  readonly title?: string;
}

/** An HTML element with attributes and children; null and false are no children. Text is text, never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === 'boolean') made.toggleAttribute(key, value);
    else if (value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== false));
  return made;
}

let ids = 0;

/** An id that no other element of the page has. */
export function freshId(): string {
  return `lab-${ids++}`;
}
