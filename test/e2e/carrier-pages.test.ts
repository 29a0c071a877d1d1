import { cabinetPages, isOfCarrier } from './addresses.ts';
import { lookAtPages } from './look-at-pages.ts';

lookAtPages(cabinetPages.filter(isOfCarrier));
