const CONFIRMED_MS = 1500;

/** Shows the buttons that copy the command beside them and makes them work. */
export function enableCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const code = button.previousElementSibling!;
    button.hidden = false;
    button.addEventListener('click', async () => {
      const copied = await copy(code);
      button.textContent = copied ? 'Copied' : 'Press Ctrl+C';
      setTimeout(() => {
        button.textContent = 'Copy';
      }, CONFIRMED_MS);
    });
  }
}

/** False where the browser lets no page write the clipboard; the text is then selected for the user to copy. */
async function copy(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent!);
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
