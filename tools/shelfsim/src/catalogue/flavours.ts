/** What the variants of a brand differ in: the words, the colour and the picture on the package. */
export interface Flavour {
  text: string;
  colour: string;
  /** A drawing of `packaging/motifs`. */
  motif: string;
}

const flavour = (text: string, colour: string, motif: string): Flavour => ({ text, colour, motif });

export const FLAVOURS = {
  almond: flavour('Almond', '#b98a5a', 'almond'),
  apple: flavour('Apple', '#6fae2e', 'apple'),
  banana: flavour('Banana', '#f2c81e', 'banana'),
  barbecue: flavour('Barbecue', '#8a2b12', 'flame'),
  basil: flavour('Basil', '#3c8d3a', 'leaf'),
  blueberry: flavour('Blueberry', '#3f51a8', 'blueberry'),
  bold: flavour('Bold', '#b3261e', 'flame'),
  carrot: flavour('Carrot', '#ee7d1b', 'carrot'),
  cheese: flavour('Cheese', '#f0b323', 'cheese'),
  cherry: flavour('Cherry', '#b5122f', 'cherry'),
  chicken: flavour('Chicken', '#d99a3d', 'drumstick'),
  chilli: flavour('Chilli', '#d3221b', 'chilli'),
  chocolate: flavour('Chocolate', '#5a3220', 'chocolate'),
  coconut: flavour('Coconut', '#2fa7a0', 'coconut'),
  corn: flavour('Sweetcorn', '#f1c40f', 'corn'),
  decaf: flavour('Decaf', '#3b5ba5', 'moon'),
  garlic: flavour('Garlic', '#8c7bb0', 'garlic'),
  grape: flavour('Grape', '#6a2c86', 'grape'),
  hazelnut: flavour('Hazelnut', '#a0622d', 'hazelnut'),
  honey: flavour('Honey', '#e6a117', 'honey'),
  lavender: flavour('Lavender', '#8764b8', 'lavender'),
  lemon: flavour('Lemon', '#f4d21f', 'lemon'),
  lime: flavour('Lime', '#8cc63f', 'lime'),
  mango: flavour('Mango', '#f59a23', 'mango'),
  mild: flavour('Mild', '#e9b949', 'sun'),
  milk: flavour('Classic', '#3d8fd1', 'drop'),
  mint: flavour('Mint', '#27a58c', 'mint'),
  mushroom: flavour('Mushroom', '#8d735b', 'mushroom'),
  oat: flavour('Oat', '#c9a25f', 'wheat'),
  ocean: flavour('Ocean', '#1f77b8', 'wave'),
  onion: flavour('Onion', '#9b3f74', 'onion'),
  orange: flavour('Orange', '#f47b20', 'citrus'),
  original: flavour('Original', '#c4161c', 'star'),
  paprika: flavour('Paprika', '#d8431f', 'pepper'),
  pea: flavour('Peas', '#5aa02c', 'pea'),
  peach: flavour('Peach', '#f7a072', 'peach'),
  pine: flavour('Pine', '#1f6b45', 'pine'),
  pineapple: flavour('Pineapple', '#e8c11c', 'pineapple'),
  power: flavour('Power', '#2a2f3a', 'bolt'),
  raspberry: flavour('Raspberry', '#d6336c', 'raspberry'),
  rose: flavour('Rose', '#e26a8d', 'rose'),
  salmon: flavour('Salmon', '#f0806a', 'fish'),
  salted: flavour('Sea Salt', '#2c7fb8', 'wave'),
  strawberry: flavour('Strawberry', '#e0243c', 'strawberry'),
  tomato: flavour('Tomato', '#d62f1f', 'tomato'),
  tuna: flavour('Tuna', '#2a6f9e', 'fish'),
  vanilla: flavour('Vanilla', '#e8cf86', 'flower'),
  watermelon: flavour('Watermelon', '#e8475f', 'watermelon'),
  winter: flavour('Ice Fresh', '#4fb6e3', 'snowflake'),
} as const satisfies Record<string, Flavour>;

export type FlavourKey = keyof typeof FLAVOURS;
