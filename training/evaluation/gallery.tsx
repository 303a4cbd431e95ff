/** @jsxRuntime automatic */
import type { CSSProperties } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { reliabilityPlot } from '../plots/reliability';
import type { Gallery, GalleryItem } from './gallery-items';
import { GALLERY_STYLE } from './gallery-style';
import type { EvaluationReport } from './report';

/** What the page may load: nothing but what is in it. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const SECTIONS = [
  ['best', 'Best captions'],
  ['median', 'Captions of median quality'],
  ['worst', 'Worst captions'],
] as const;

/** The gallery as one HTML file that loads nothing else. It holds photos: do not commit it. */
export function galleryPage(report: EvaluationReport, gallery: Gallery): string {
  const { model, split, photos, date, calibration } = report;
  const title = `${model.id} ${model.version} on ${split}`;
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: GALLERY_STYLE }} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          <p>
            {photos} photos of Flickr8k, measured on {date}. Above each word of a caption is the
            photo, bright where the model looked when it chose the word; below it is the probability
            that it gave the word.
          </p>
          <Scores report={report} />
          <div
            className="plot"
            dangerouslySetInnerHTML={{
              __html: reliabilityPlot(calibration.bins, calibration.ece),
            }}
          />
          {SECTIONS.map(([kind, heading]) => (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind}>{heading}</h2>
              {gallery[kind].map((item) => (
                <Photo key={item.name} item={item} />
              ))}
            </section>
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}\n`;
}

function Scores({ report: { beams, model } }: { report: EvaluationReport }) {
  return (
    <table>
      <caption>Scores by beam width, times 100; shipped: {model.generation.beamWidth}</caption>
      <thead>
        <tr>
          {['beam', 'BLEU-1', 'BLEU-4', 'ROUGE-L', 'METEOR', 'CIDEr-D'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {beams.map(({ beamWidth, scores }) => (
          <tr key={beamWidth}>
            <th scope="row">{beamWidth}</th>
            {(['bleu1', 'bleu4', 'rougeL', 'meteor', 'cider'] as const).map((name) => (
              <td key={name}>{scores[name].toFixed(1)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Photo({ item }: { item: GalleryItem }) {
  const { name, photo, words, alt, confidence, cider, references } = item;
  return (
    <article style={{ '--photo': `url(${photo})` } as CSSProperties}>
      <h3>{alt}</h3>
      <img src={photo} alt={references[0]} />
      <div>
        <p>
          CIDEr-D {cider.toFixed(0)}, confidence {percent(confidence)}, <code>{name}</code>
        </p>
        <ul className="references" aria-label="What people wrote">
          {references.map((reference, i) => (
            <li key={i}>{reference}</li>
          ))}
        </ul>
      </div>
      <ol className="words" aria-label="Words of the caption">
        {words.map(({ text, probability, attention }, i) => (
          <li key={i}>
            {attention && (
              <span
                className="look"
                aria-hidden="true"
                style={{ '--look': `url(${attention})` } as CSSProperties}
              />
            )}
            {text}
            <small>{percent(probability)}</small>
          </li>
        ))}
      </ol>
    </article>
  );
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
