/** Colours of the pictures: Okabe and Ito's set, which stays apart for every common kind of colour blindness. */
export const ORANGE = '#E69F00';
export const SKY = '#56B4E9';
export const GREEN = '#009E73';
export const BLUE = '#0072B2';
export const VERMILLION = '#D55E00';
export const PURPLE = '#CC79A7';

export const INK = '#17202B';
export const MUTED = '#4E5A68';
export const FAINT = '#5C6673';

export const CARD = '#FBFBFD';
export const CARD_EDGE = '#C6CCD5';
export const CELL = '#FFFFFF';
export const CELL_EDGE = '#B4BCC8';
export const EMPTY = '#EDF0F4';
export const LIT = '#FFE0C7';

/** DejaVu Sans comes with the product; Verdana has its proportions, for browsers without it. */
export const FONT = 'DejaVu Sans, Verdana, sans-serif';
