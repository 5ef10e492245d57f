/** How a brand's packages look, whatever the flavour. */
export const LAYOUTS = ['banner', 'slant', 'roundel', 'column', 'window', 'stripes', 'wave', 'label'] as const;
export type Layout = (typeof LAYOUTS)[number];

export const LOGO_SHAPES = ['plain', 'oval', 'ribbon', 'plate', 'shield', 'underline'] as const;
export type LogoShape = (typeof LOGO_SHAPES)[number];

export interface BrandStyle {
  layout: Layout;
  logo: LogoShape;
  /** Family name of one of the registered faces, see `packaging/fonts.ts`. */
  font: string;
  /** Ground colour. */
  base: string;
  /** Colour behind or around the brand's name. */
  second: string;
  /** Colour of the brand's name. */
  ink: string;
}
