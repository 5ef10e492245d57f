import type { BrandStyle } from './brand-style.js';
import type { FlavourKey } from './flavours.js';
import type { PackageForm, SizeMm } from './product.js';

/** One brand within a category, and the flavours that it comes in. */
export interface BrandRange {
  brand: string;
  style: BrandStyle;
  flavours: readonly FlavourKey[];
  contents: string;
  priceCents: number;
}

/** All products of one category; they share the shape of the package. */
export interface CategoryRange {
  category: string;
  form: PackageForm;
  sizeMm: SizeMm;
  casePack: number;
  supplierId: string;
  brands: readonly BrandRange[];
}

const size = (width: number, height: number, depth: number): SizeMm => ({ width, height, depth });

/** "layout logo font-family: ground second ink" */
function style(text: string): BrandStyle {
  const [shape = '', colours = ''] = text.split(': ');
  const [layout, logo, ...font] = shape.split(' ');
  const [base, second, ink] = colours.split(' ');
  return { layout, logo, font: font.join(' '), base, second, ink } as BrandStyle;
}

const brand = (name: string, look: string, flavours: string, contents: string, priceCents: number): BrandRange => ({
  brand: name,
  style: style(look),
  flavours: flavours.split(' ') as FlavourKey[],
  contents,
  priceCents,
});

export const RANGES: readonly CategoryRange[] = [
  {
    category: 'Breakfast cereals',
    form: 'box',
    sizeMm: size(112, 178, 50),
    casePack: 12,
    supplierId: 'northfield',
    brands: [
      brand(
        'Sunny Bowl',
        'banner ribbon Titan One: #ffd447 #d7263d #ffffff',
        'honey chocolate strawberry banana',
        '375 g',
        349,
      ),
      brand(
        'Crunchwell',
        'roundel plain Archivo Black: #f3eee2 #2b4c7e #1f3a63',
        'almond hazelnut oat apple',
        '400 g',
        399,
      ),
      brand('Morgen', 'slant oval Lobster: #ffffff #e76f1e #ffffff', 'chocolate honey blueberry', '350 g', 329),
      brand('Field & Co', 'label plate Abril Fatface: #e8efe0 #35553a #ffffff', 'oat coconut raspberry', '450 g', 459),
    ],
  },
  {
    category: 'Biscuits',
    form: 'carton',
    sizeMm: size(118, 150, 48),
    casePack: 16,
    supplierId: 'northfield',
    brands: [
      brand(
        'Petit Beau',
        'window oval Pacifico: #fdf0d8 #8c1c2b #ffffff',
        'chocolate vanilla lemon strawberry',
        '200 g',
        229,
      ),
      brand('Hobbin', 'stripes plate Righteous: #ffffff #f06a2a #ffffff', 'oat hazelnut coconut honey', '250 g', 199),
      brand('Tandem', 'column plain Anton: #1c2f5e #1c2f5e #ffffff', 'chocolate raspberry orange', '176 g', 179),
      brand('Alma', 'wave underline Courgette: #fff7ea #c99b3b #7b4a1d', 'almond cherry mint', '220 g', 279),
    ],
  },
  {
    category: 'Crisps',
    form: 'bag',
    sizeMm: size(114, 174, 70),
    casePack: 14,
    supplierId: 'northfield',
    brands: [
      brand('Kricket', 'slant plate Bangers: #f7f7f7 #e4002b #ffffff', 'salted paprika cheese chilli', '150 g', 199),
      brand(
        'Old Barn',
        'label ribbon Alfa Slab One: #efe3cb #5b3a1e #fff3dc',
        'salted onion mushroom garlic',
        '140 g',
        269,
      ),
      brand('Zapp', 'wave oval Bungee: #13243f #ffcf24 #13243f', 'barbecue lime onion', '160 g', 179),
      brand(
        'Terra Chips',
        'roundel underline Barlow Condensed: #f4f1e8 #7a8b3c #4a5622',
        'basil paprika tomato',
        '125 g',
        299,
      ),
    ],
  },
  {
    category: 'Soft drinks',
    form: 'bottle',
    sizeMm: size(80, 184, 80),
    casePack: 12,
    supplierId: 'riverside',
    brands: [
      brand('Fizzio', 'banner oval Fredoka: #ffffff #e4572e #ffffff', 'orange lemon cherry grape', '50 cl', 149),
      brand('Kola Grand', 'wave ribbon Lobster: #b3121d #b3121d #ffffff', 'original vanilla cherry lime', '50 cl', 169),
      brand('Brook', 'roundel plain Barlow Condensed: #e6f3f8 #1e6c93 #14506e', 'apple peach raspberry', '50 cl', 139),
      brand('Limo', 'stripes plate Titan One: #f7fbe8 #2f9e44 #ffffff', 'lemon orange pineapple', '50 cl', 119),
    ],
  },
  {
    category: 'Energy and sparkling',
    form: 'can',
    sizeMm: size(80, 162, 80),
    casePack: 24,
    supplierId: 'riverside',
    brands: [
      brand('Voltaro', 'slant plain Anton: #14161c #14161c #ffffff', 'power mango lime raspberry', '50 cl', 179),
      brand(
        'Nalu',
        'wave underline Pacifico: #f6fbff #1aa6b7 #0c6d7a',
        'coconut pineapple watermelon mango',
        '33 cl',
        159,
      ),
      brand(
        'Pure & Fizz',
        'label plain Barlow Condensed: #ffffff #9fb7c4 #33505e',
        'lemon blueberry mint',
        '33 cl',
        129,
      ),
      brand('Roarr', 'banner shield Bungee: #1f2b6c #ffb400 #1f2b6c', 'original orange grape', '50 cl', 189),
    ],
  },
  {
    category: 'Jams and spreads',
    form: 'jar',
    sizeMm: size(90, 142, 90),
    casePack: 8,
    supplierId: 'larder',
    brands: [
      brand(
        'Grand-mère',
        'label oval Courgette: #fffdf4 #a31f34 #ffffff',
        'strawberry raspberry cherry blueberry',
        '370 g',
        329,
      ),
      brand('Hive', 'roundel plate Righteous: #fff3cf #7a4a12 #ffd873', 'honey hazelnut almond lavender', '350 g', 499),
      brand('Orchard Lane', 'banner ribbon Abril Fatface: #f2f6e9 #4d7c3a #ffffff', 'peach apple orange', '340 g', 289),
      brand('Dulce', 'stripes oval Yeseva One: #fff0f0 #7a2e5d #ffffff', 'chocolate coconut banana', '400 g', 359),
    ],
  },
  {
    category: 'Sauces',
    form: 'squeeze',
    sizeMm: size(84, 180, 60),
    casePack: 10,
    supplierId: 'larder',
    brands: [
      brand(
        'Huber & Son',
        'label shield Alfa Slab One: #fdf8ec #1d4d3a #ffffff',
        'tomato chilli garlic honey',
        '450 ml',
        289,
      ),
      brand('Saucy', 'slant ribbon Bangers: #ffe45c #c1121f #ffffff', 'barbecue onion cheese paprika', '400 ml', 249),
      brand('Nonna Pia', 'window underline Lobster: #fff6ea #b5402a #8e2a17', 'tomato basil mushroom', '420 ml', 319),
      brand('Tiki', 'column plain Righteous: #12626b #12626b #ffd166', 'mango pineapple chilli', '380 ml', 339),
    ],
  },
  {
    category: 'Canned food',
    form: 'tin',
    sizeMm: size(92, 140, 92),
    casePack: 12,
    supplierId: 'larder',
    brands: [
      brand('Harvest', 'banner plate Archivo Black: #1f5c3a #f4e7c5 #1f5c3a', 'corn pea carrot mushroom', '400 g', 139),
      brand(
        'Capitan Blu',
        'wave shield Alfa Slab One: #0f3557 #f2f2f2 #0f3557',
        'tuna salmon tomato onion',
        '390 g',
        259,
      ),
      brand('Campo', 'roundel ribbon Lobster: #fbeed5 #b8321d #ffffff', 'tomato basil garlic', '400 g', 119),
      brand('Island Gold', 'window oval Titan One: #fffbe6 #e98a15 #ffffff', 'pineapple peach mango', '425 g', 189),
    ],
  },
  {
    category: 'Milk and plant drinks',
    form: 'gable',
    sizeMm: size(88, 184, 88),
    casePack: 10,
    supplierId: 'daybreak',
    brands: [
      brand('Oatsome', 'column plain Titan One: #f1ece0 #f1ece0 #2a2a2a', 'oat chocolate vanilla banana', '1 l', 219),
      brand('Meadow', 'wave oval Fredoka: #ffffff #2b7cc4 #ffffff', 'milk strawberry chocolate mint', '1 l', 129),
      brand('Soleya', 'slant underline Yeseva One: #fff8e7 #e08e2b #8d4e0f', 'almond coconut hazelnut', '1 l', 249),
      brand('Pea Nation', 'stripes plate Anton: #eaf5d8 #2f7d32 #ffffff', 'pea vanilla oat', '1 l', 239),
    ],
  },
  {
    category: 'Yoghurt',
    form: 'tub',
    sizeMm: size(104, 138, 104),
    casePack: 6,
    supplierId: 'daybreak',
    brands: [
      brand(
        'Alpenmoor',
        'window shield Courgette: #eef6fb #28527a #ffffff',
        'strawberry blueberry peach vanilla',
        '500 g',
        249,
      ),
      brand('Yolo', 'roundel plain Bungee: #ff5d8f #ff5d8f #ffffff', 'raspberry mango banana coconut', '450 g', 219),
      brand('Skyrvik', 'stripes plain Archivo Black: #ffffff #22303c #22303c', 'milk blueberry vanilla', '450 g', 279),
      brand('Gaia', 'label underline Cinzel: #ffffff #2a5db0 #2a5db0', 'honey cherry lemon', '500 g', 299),
    ],
  },
  {
    category: 'Coffee and tea',
    form: 'pouch',
    sizeMm: size(104, 174, 60),
    casePack: 8,
    supplierId: 'larder',
    brands: [
      brand('Caffè Rialto', 'banner shield Cinzel: #2b1a14 #c9a15a #2b1a14', 'mild bold decaf vanilla', '250 g', 599),
      brand(
        'Roast House',
        'roundel plate Anton: #e9e2d6 #1f1f1f #ffffff',
        'original hazelnut chocolate decaf',
        '250 g',
        549,
      ),
      brand('Leaf Street', 'label oval Pacifico: #f0f6ee #2e6b4f #ffffff', 'mint lemon peach', '100 g', 399),
      brand('Chai Baba', 'column ribbon Righteous: #7b1e3a #7b1e3a #ffd9a0', 'honey rose apple', '120 g', 429),
    ],
  },
  {
    category: 'Dental and skin care',
    form: 'tube',
    sizeMm: size(80, 172, 45),
    casePack: 12,
    supplierId: 'brightside',
    brands: [
      brand(
        'Dentaro',
        'wave plain Archivo Black: #ffffff #0a63b0 #0a63b0',
        'mint winter lemon strawberry',
        '75 ml',
        249,
      ),
      brand(
        'Silva',
        'label underline Barlow Condensed: #f3f7f1 #5f8f6b #33573d',
        'almond rose lavender honey',
        '100 ml',
        449,
      ),
      brand('Whitely', 'slant oval Righteous: #eaf6ff #c1224f #ffffff', 'original mint winter', '75 ml', 199),
      brand('Coco Care', 'roundel plain Fredoka: #fff4ec #7d4b32 #7d4b32', 'coconut vanilla mango', '100 ml', 379),
    ],
  },
  {
    category: 'Household cleaners',
    form: 'spray',
    sizeMm: size(98, 186, 60),
    casePack: 8,
    supplierId: 'brightside',
    brands: [
      brand('Sparx', 'slant plate Bangers: #ffe14d #e3001b #ffffff', 'lemon pine ocean orange', '750 ml', 329),
      brand('Klarblick', 'banner oval Titan One: #eef7ff #0057b8 #ffffff', 'ocean apple lavender lime', '750 ml', 299),
      brand('Green Hand', 'wave plain Barlow Condensed: #eef5e6 #3f7d20 #2e5c17', 'mint rose pine', '500 ml', 389),
      brand('Bubblz', 'stripes ribbon Fredoka: #fff0fa #a2329b #ffffff', 'cherry peach winter', '600 ml', 279),
    ],
  },
  {
    category: 'Ready meals',
    form: 'tray',
    sizeMm: size(118, 148, 60),
    casePack: 6,
    supplierId: 'daybreak',
    brands: [
      brand('Bistro 12', 'window plate Anton: #2a2a2e #f5efe2 #2a2a2e', 'chicken salmon mushroom tomato', '400 g', 549),
      brand('Mamma Lisa', 'banner ribbon Lobster: #fbe9d7 #1e7b3c #ffffff', 'cheese basil tomato tuna', '380 g', 449),
      brand('Bento Box', 'column shield Righteous: #c22f2f #c22f2f #ffffff', 'salmon chicken pea', '350 g', 649),
      brand('Root', 'roundel underline Alfa Slab One: #eef0df #6b7a2e #4c571f', 'carrot mushroom chilli', '360 g', 499),
    ],
  },
  {
    category: 'Juice multipacks',
    form: 'multipack',
    sizeMm: size(118, 160, 80),
    casePack: 6,
    supplierId: 'riverside',
    brands: [
      brand(
        'Juicy Six',
        'banner plate Fredoka: #ffffff #ff7a00 #ffffff',
        'orange apple grape pineapple',
        '6 × 20 cl',
        349,
      ),
      brand(
        'Tropix',
        'slant ribbon Bungee: #0b7a75 #ffce3a #0b7a75',
        'mango pineapple coconut watermelon',
        '6 × 25 cl',
        399,
      ),
      brand('Kids Club', 'stripes oval Bangers: #e8f3ff #6a35b1 #ffffff', 'strawberry peach banana', '6 × 20 cl', 329),
      brand(
        'Sonnenhof',
        'window underline Yeseva One: #fff6d9 #b64b1b #8b3410',
        'cherry grape apple',
        '6 × 20 cl',
        449,
      ),
    ],
  },
  {
    category: 'Pet food',
    form: 'sachet',
    sizeMm: size(104, 158, 40),
    casePack: 20,
    supplierId: 'brightside',
    brands: [
      brand('Velvet Paw', 'roundel oval Fredoka: #5b2a86 #5b2a86 #ffffff', 'chicken tuna salmon cheese', '400 g', 189),
      brand('Bello', 'wave plate Titan One: #ffefd0 #c8102e #ffffff', 'chicken carrot pea cheese', '500 g', 219),
      brand('Fangs', 'slant shield Anton: #1e1e22 #1e1e22 #ffb000', 'salmon bold chicken', '400 g', 249),
      brand('Purrfect', 'label underline Pacifico: #fdf1f6 #8d3b72 #8d3b72', 'tuna chicken mushroom', '350 g', 209),
    ],
  },
];
