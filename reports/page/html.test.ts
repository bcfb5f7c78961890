import { expect, test } from 'vitest';
import { Html, html } from './html.ts';

test('values are escaped, in text and in attributes', () => {
  const evil = `<b title="x">'&`;
  expect(html`<p class="${evil}">${evil}</p>`.markup).toBe(
    '<p class="&lt;b title=&quot;x&quot;&gt;&#39;&amp;">&lt;b title=&quot;x&quot;&gt;&#39;&amp;</p>',
  );
});

test('markup stays markup, lists are joined, null and false are nothing', () => {
  const parts = ['a', new Html('<i>b</i>'), 3];
  expect(html`<p>${parts}${null}${false}${html`<u>${'<'}</u>`}</p>`.markup).toBe('<p>a<i>b</i>3<u>&lt;</u></p>');
});
