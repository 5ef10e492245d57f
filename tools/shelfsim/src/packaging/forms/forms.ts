import type { PackageForm } from '../../catalogue/product.js';
import { box, carton, gable, multipack, tray } from './box-forms.js';
import type { Form } from './form.js';
import { bottle, can, jar, tin, tub } from './round-forms.js';
import { bag, pouch, sachet, spray, squeeze, tube } from './soft-forms.js';

export const FORMS: Readonly<Record<PackageForm, Form>> = {
  box,
  carton,
  bag,
  bottle,
  can,
  jar,
  squeeze,
  tin,
  gable,
  tub,
  pouch,
  tube,
  spray,
  tray,
  multipack,
  sachet,
};
