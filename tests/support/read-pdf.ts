import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reader of a PDF finds in it. */
export interface PdfFound {
  title: string;
  language: string | null;
  tagged: boolean;
  pages: { width: number; height: number; text: string; tags: string[]; places: Placed[] }[];
  /** All the text, lines joined by a space. */
  text: string;
  /** The sizes that text is set in, in whole points. */
  sizes: number[];
  viewer: Record<string, unknown> | null;
}

/** A piece of text with the place of its lower left corner, in points from the top left of the sheet, and its width. */
export interface Placed {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

interface Tag {
  role?: string;
  alt?: string;
  lang?: string;
  children?: Tag[];
}

/** Reads a document with Mozilla's reader of PDFs, which is none of ours. */
export async function readPdf(pdf: Uint8Array): Promise<PdfFound> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const about = info as { Title?: string; Language?: string };
  const mark = await document.getMarkInfo();
  const pages: PdfFound['pages'] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const [, , width = 0, height = 0] = page.view;
    const { items } = await page.getTextContent();
    const places = items.flatMap((item) =>
      'str' in item && item.str.trim() !== ''
        ? [
            {
              text: item.str,
              x: item.transform[4],
              y: height - item.transform[5],
              width: item.width,
              size: item.height,
            },
          ]
        : [],
    );
    const tree = (await page.getStructTree()) as Tag | null;
    pages.push({ width, height, text: textOf(items), tags: tree ? tagsIn(tree) : [], places });
  }
  const viewer = (await document.getViewerPreferences()) as Record<string, unknown> | null;
  await task.destroy();
  return {
    title: about.Title ?? '',
    language: about.Language ?? null,
    tagged: mark?.Marked === true,
    pages,
    text: pages.map((page) => page.text).join(' '),
    sizes: [...new Set(pages.flatMap((page) => page.places.map((place) => Math.round(place.size))))],
    viewer,
  };
}

function textOf(items: readonly object[]): string {
  const parts = items.map((item) =>
    'str' in item ? `${String(item.str)}${'hasEOL' in item && item.hasEOL ? ' ' : ''}` : '',
  );
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function tagsIn(tag: Tag): string[] {
  const own = tag.role && tag.role !== 'Root' ? [tag.role + (tag.alt ? `: ${tag.alt}` : '')] : [];
  return [...own, ...(tag.children ?? []).flatMap(tagsIn)];
}
