/** What others report for Flickr8k's 1,000 test photos with five references each, times 100. */
export interface PublishedScores {
  readonly system: string;
  readonly encoder: string;
  readonly bleu1?: number;
  readonly bleu4?: number;
  readonly rougeL?: number;
  readonly cider?: number;
  /** A repository on GitHub; its figures of others' papers are second-hand. */
  readonly source: string;
}

export const PUBLISHED_SCORES: readonly PublishedScores[] = [
  {
    system: 'Show and Tell (NIC)',
    encoder: 'GoogLeNet',
    bleu1: 63,
    source: 'the paper, second-hand',
  },
  {
    system: 'NIC-like, LSTM, beam 3',
    encoder: 'VGG16, 15 GMAC',
    bleu1: 60.8,
    bleu4: 19.8,
    rougeL: 44.7,
    cider: 47.8,
    source: 'sulabhkatiyar/show_tell',
  },
  {
    system: 'init-inject (Tanti et al.)',
    encoder: 'VGG16, 15 GMAC',
    bleu1: 61.1,
    bleu4: 19.1,
    rougeL: 44.5,
    cider: 48.1,
    source: 'mtanti/where-image2',
  },
  {
    system: 'Show, Attend and Tell, soft',
    encoder: 'VGG19',
    bleu1: 67,
    bleu4: 19.5,
    source: 'the paper, second-hand',
  },
  {
    system: 'Show, Attend and Tell, hard',
    encoder: 'VGG19',
    bleu1: 67,
    bleu4: 21.3,
    source: 'the paper, second-hand',
  },
  {
    system: 'spatial attention, frozen encoder, beam 3',
    encoder: 'VGG16, 15 GMAC',
    bleu1: 62.3,
    bleu4: 19.5,
    rougeL: 44.9,
    cider: 49.3,
    source: 'sulabhkatiyar/Spatial_Att',
  },
  {
    system: 'spatial attention, fine-tuned encoder, beam 3',
    encoder: 'ResNet-152, 11 GMAC',
    bleu1: 66.3,
    bleu4: 23,
    rougeL: 48,
    cider: 56.6,
    source: 'sulabhkatiyar/Spatial_Att',
  },
];
