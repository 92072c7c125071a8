import { CloudError } from '../errors'
import type { Action } from './call'

const invokeFunction: Action = async ({ invoke }, { body, invocation }) => {
  const event = body.request_data ? JSON.parse(body.request_data) : {}
  try {
    const answer = await invoke(String(body.function_name), event, invocation)
    return { data: { response_data: JSON.stringify(answer) } }
  } catch (error) {
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', error instanceof Error ? error.message : String(error))
  }
}

export const functions: Record<string, Action> = { 'functions.invokeFunction': invokeFunction }
