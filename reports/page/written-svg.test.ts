import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { writtenSvg } from './written-svg.ts';

const written = (inner: string, attributes = '') => {
  const { document } = parseHTML(`<svg ${attributes}>${inner}</svg>`);
  return writtenSvg(document.querySelector('svg') as unknown as SVGSVGElement).markup;
};

it('rounds coordinates to hundredths of a pixel', () => {
  expect(written('<path d="M0.126,-7.9999L1234.5678,9"></path>')).toContain('d="M0.13,-8L1234.57,9"');
  expect(written('<rect width="25.19999999" height="3.25" />')).toMatch(
    /width="25\.2".*height="3\.25"|height="3\.25".*width="25\.2"/,
  );
});

it('leaves magnified coordinates and words as they are', () => {
  expect(written('<g transform="translate(1 2) scale(9.9237 2.0001)"></g>')).toContain('scale(9.9237 2.0001)');
  expect(written('<text>0.01234 ms</text>', 'aria-label="0.01234 ms"')).toMatch(
    /aria-label="0.01234 ms".*>0.01234 ms</,
  );
});

it('leaves out the style that each of Plot’s figures repeats', () => {
  expect(written('<style>.chart{}</style><path d="M0,0"></path>')).not.toContain('style');
});
