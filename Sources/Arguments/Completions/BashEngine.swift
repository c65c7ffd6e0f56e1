extension BashCompletions {
    /// What is the same for every program. `PROGRAM` stands for what its functions begin with.
    static let engine = #"""
        # Sets found to the argument of a name.
        PROGRAM_find() {
            for found in "${arguments[@]}"; do
                [[ " ${found%%;*} " == *" $1 "* ]] && return
            done
            found=
            return 1
        }

        # Adds an answer; readline puts it behind what it keeps of the word.
        PROGRAM_answer() {
            local whole=$lead$1
            COMPREPLY+=("${whole#"$kept"}")
        }

        # Offers those of the words that begin with what was typed.
        PROGRAM_offer() {
            local word
            for word; do
                [[ $word == "$typed"* ]] && PROGRAM_answer "$word"
            done
        }

        # Prints the files (-f) or folders (-d) that begin with what was typed; of the files those that end with one of the other words.
        PROGRAM_files() {
            local name ending
            shopt -s nocasematch
            compgen "$1" -- "$typed" | while IFS= read -r name; do
                if (($# == 1)) || [[ -d ${name/#~\//$HOME/} ]]; then
                    printf '%s\n' "$name"
                    continue
                fi
                for ending in "${@:2}"; do
                    [[ $name == *"$ending" ]] && printf '%s\n' "$name" && break
                done
            done
        }

        PROGRAM_offer_files() {
            local name
            while IFS= read -r name; do PROGRAM_answer "$name"; done < <(PROGRAM_files "$@")
            # The shell puts quotes around blanks and a slash after folders. Where nothing has the right ending, it offers every file.
            if ((${#COMPREPLY[@]})); then
                compopt -o filenames 2> /dev/null
            else
                compopt -o default 2> /dev/null
            fi
        }

        # Offers the options that may still be given.
        PROGRAM_offer_options() {
            local names
            for found in "${arguments[@]}"; do
                names=${found%%;*}
                [[ $names == operand || $found == *';once;'* && $given == *" ${names##* } "* ]] || PROGRAM_offer "${names##* }"
            done
        }

        # Offers values of the argument that was found.
        PROGRAM_offer_values() {
            local -a takes
            IFS=' ' read -ra takes <<< "${found##*;}"
            typed=${token#"$lead"}
            if [[ $typed == [\"\']* ]]; then
                typed=${typed:1}
            else
                IFS= read typed <<< "$typed"
            fi
            case ${takes[0]} in
                words) PROGRAM_offer "${takes[@]:1}" ;;
                files) PROGRAM_offer_files -f "${takes[@]:1}" ;;
                folders) PROGRAM_offer_files -d ;;
            esac
        }

        # Reads a word before the cursor: sets given, awaited, operands and past.
        PROGRAM_read() {
            local letter
            if [[ $awaited && $1 != -?* ]]; then
                awaited=
                return
            fi
            awaited=
            if [[ $past || $1 != -?* ]]; then
                operands=$((operands + 1))
            elif [[ $1 == -- ]]; then
                past=yes
            elif [[ $1 == --* ]]; then
                PROGRAM_find "${1%%=*}" || return
                given+=" ${found%%;*} "
                [[ $1 == *=* || $found == *';flag' ]] || awaited=$found
            else
                for ((letter = 1; letter < ${#1}; letter++)); do
                    PROGRAM_find "-${1:letter:1}" || return
                    given+=" ${found%%;*} "
                    [[ $found == *';flag' ]] && continue
                    ((letter + 1 < ${#1})) || awaited=$found
                    return
                done
            fi
        }

        PROGRAM() {
            local -a words=() arguments=()
            local rest=${COMP_LINE:0:COMP_POINT} blank i token typed kept lead= found= given= awaited= operands=0 past=

            # bash parts words at = and : too. What has no blank between it belongs together.
            for ((i = 0; i <= COMP_CWORD; i++)); do
                blank=${rest%%[![:space:]]*}
                rest=${rest#"$blank"}
                token=$rest
                ((i < COMP_CWORD)) && token=${COMP_WORDS[i]}
                rest=${rest#"$token"}
                if [[ $blank || $i == 0 ]]; then
                    words+=("$token")
                else
                    words[${#words[@]} - 1]+=$token
                fi
            done
            token=${words[${#words[@]} - 1]}
            kept=${token%"$2"}
            kept=${kept//[\"\'\\]/}
            typed=$token
            COMPREPLY=()

            if ((${#words[@]} == 2)); then
                PROGRAM_offer COMMANDS
                [[ $token == -* ]] && PROGRAM_offer --help --version
                return
            fi
            PROGRAM_arguments "${words[1]}"
            for ((i = 2; i < ${#words[@]} - 1; i++)); do PROGRAM_read "${words[i]}"; done

            if [[ $awaited && $token != -* ]]; then
                found=$awaited
                PROGRAM_offer_values
            elif [[ ! $past && $token == --*=* ]]; then
                lead=${token%%=*}=
                PROGRAM_find "${token%%=*}" && PROGRAM_offer_values
            elif [[ ! $past && $token == -[!-]?* ]]; then
                lead=${token:0:2}
                PROGRAM_find "$lead" && PROGRAM_offer_values
            elif [[ ! $past && $token == -* ]]; then
                PROGRAM_offer_options
            elif PROGRAM_find operand && [[ $found == *';again;'* || $operands == 0 ]]; then
                PROGRAM_offer_values
            elif [[ ! $past ]]; then
                PROGRAM_offer_options
            fi
        }

        """#
}
