/** An SVG document of `width` × `height` user units. */
export interface Drawing {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** What it shows, in words with the numbers, and the drawing, made only when somebody looks. */
export interface Picture {
  readonly alt: string;
  readonly draw: () => Drawing;
}
