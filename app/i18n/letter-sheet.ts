import { defineCatalogue } from './catalogue';

const en = {
  qrCode: (link: string) => `A square pattern that a phone's camera reads. It leads to ${link}`,
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
};

const cy: typeof en = {
  qrCode: (link) => `Patrwm sgwâr y gall camera ffôn ei ddarllen. Mae’n arwain at ${link}`,
  page: (page, pages) => `Tudalen ${page} o ${pages}`,
};

/** What a letter's sheet says besides the letter's own words. The Welsh is a draft. */
export const letterWords = defineCatalogue('letter-sheet', { en, cy });
