export { CATALOGUE, PRODUCTS } from './catalogue/catalogue.js';
export type { Product } from './catalogue/product.js';
export { trainingShoot, type TrainingPicture, type TrainingShootOptions } from './training/training-shoot.js';
