const CONFIRMED_MS = 1500;

/** Shows the buttons that copy the command beside them and makes them work. */
export function enableCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const code = button.previousElementSibling!;
    button.hidden = false;
    copyOnClick(button, () => code.textContent!, code);
  }
}

/**
 * Makes a button copy a text and say so.
 * @param shown where the user can see the text; it is selected where the browser lets no page write the clipboard
 */
export function copyOnClick(button: HTMLButtonElement, text: () => string, shown: Element): void {
  const label = button.textContent;
  button.addEventListener('click', async () => {
    button.textContent = (await copy(text(), shown)) ? 'Copied' : 'Press Ctrl+C';
    setTimeout(() => {
      button.textContent = label;
    }, CONFIRMED_MS);
  });
}

async function copy(text: string, shown: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(shown);
    return false;
  }
}
