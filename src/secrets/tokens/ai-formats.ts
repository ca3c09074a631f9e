import { prefixed } from './prefixed-format.ts';
import type { TokenFormat } from './token-format.ts';

/** Keys of services for language models and what is built around them. Sources: the providers' documentation, and their SDKs. */
export const aiFormats: readonly TokenFormat[] = [
  prefixed('apify-token', 'an Apify API token', 'apify_api_', '[0-9A-Za-z]{36}'),
  prefixed('browserbase-key', 'a Browserbase API key', 'bb_live_', '[\\w-]{27}'),
  prefixed('cerebras-key', 'a Cerebras API key', 'csk-', '[0-9a-z]{48}'),
  prefixed('daytona-key', 'a Daytona API key', 'dtn_', '[0-9a-f]{64}'),
  prefixed('e2b-key', 'an E2B API key', 'e2b_', '[0-9a-f]{40}'),
  prefixed('elevenlabs-key', 'an ElevenLabs API key', 'sk_', '[0-9a-f]{48}'),
  prefixed('firecrawl-key', 'a Firecrawl API key', 'fc-', '[0-9a-f]{32}'),
  prefixed('helicone-key', 'a Helicone API key', 'sk-helicone-', '[0-9a-z]{7}(?:-[0-9a-z]{7}){3}'),
  prefixed('jina-key', 'a Jina AI API key', 'jina_', '[0-9a-f]{32}[\\w-]{28}'),
  prefixed('langfuse-key', 'a Langfuse secret key', 'sk-lf-', '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  prefixed('langsmith-key', 'a LangSmith API key', ['lsv2_pt_', 'lsv2_sk_'], '[0-9a-f]{32}_[0-9a-f]{10}'),
  prefixed('llamacloud-key', 'a LlamaCloud API key', 'llx-', '[0-9A-Za-z]{48}'),
  prefixed('nvidia-key', 'an NVIDIA API key', 'nvapi-', '[\\w-]{64}'),
  prefixed('openrouter-key', 'an OpenRouter API key', 'sk-or-v1-', '[0-9a-f]{64}'),
  prefixed('pinecone-key', 'a Pinecone API key', 'pcsk_', '[0-9A-Za-z]{5,6}_[0-9A-Za-z]{63}'),
  prefixed('runpod-key', 'a RunPod API key', 'rpa_', '[0-9A-Z]{40,50}'),
  prefixed('tavily-key', 'a Tavily API key', ['tvly-', 'tvly-dev-', 'tvly-prod-'], '[0-9A-Za-z]{32}'),
  prefixed('together-key', 'a Together AI API key', 'tgp_v1_', '[\\w-]{43}'),
  prefixed('xai-key', 'an xAI API key', 'xai-', '[0-9A-Za-z]{80}'),
];
