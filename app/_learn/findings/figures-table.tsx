import { useFormatter, useTranslations } from 'use-intl';
import { type Figure, FIGURES, lagsOf } from './figures';

interface FiguresTableProps {
  readonly task: Figure['task'];
  readonly names: Readonly<Record<Figure['cell'], string>>;
}

/** The figures behind a chart. */
export function FiguresTable({ task, names }: FiguresTableProps) {
  const t = useTranslations('learn.findings');
  const format = useFormatter();
  const cells = ['rnn', 'gru', 'lstm'] as const;
  const tell = (figure: Figure | undefined) => {
    if (!figure) return '';
    const right = format.number(figure.right, { style: 'percent' });
    const { solvedAt } = figure;
    return `${right} (${solvedAt === null ? t('never') : t('solved', { count: solvedAt })})`;
  };
  return (
    <div className="overflow-x-auto">
      <table className="w-full text-start figures">
        <caption className="pb-2 text-start text-muted">
          <strong className="text-ink">{t(task)}.</strong> {t('caption')}
        </caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="py-1 pe-4 text-start">
              {t('lag')}
            </th>
            {cells.map((cell) => (
              <th key={cell} scope="col" className="py-1 pe-4 text-start">
                {names[cell]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lagsOf(task).map((lag) => (
            <tr key={lag} className="border-b border-line">
              <th scope="row" className="py-1 pe-4 text-start">
                {format.number(lag)}
              </th>
              {cells.map((cell) => (
                <td key={cell} className="py-1 pe-4">
                  {tell(
                    FIGURES.find(
                      (one) => one.task === task && one.cell === cell && one.lag === lag,
                    ),
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
