<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>AbsenceSending</name>
        <message numerus="yes">
            <source>%n messages of the earlier send stay cancelled.</source>
            <translation>
                <numerusform>%Ln message of the earlier send stays cancelled.</numerusform>
                <numerusform>%Ln messages of the earlier send stay cancelled.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages that had not left were cancelled.</source>
            <translation>
                <numerusform>%Ln message that had not left was cancelled.</numerusform>
                <numerusform>%Ln messages that had not left were cancelled.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message was stopped.</numerusform>
                <numerusform>%Ln messages were stopped.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln was already on its way.</numerusform>
                <numerusform>%Ln were already on their way.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AnswersPane</name>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%Ln to check</numerusform>
                <numerusform>%Ln to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answers %n</source>
            <translation>
                <numerusform>Answers %Ln</numerusform>
                <numerusform>Answers %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>No answer %n</source>
            <translation>
                <numerusform>No answer %Ln</numerusform>
                <numerusform>No answer %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackQuestion</name>
        <message numerus="yes">
            <source>%n sends</source>
            <translation>
                <numerusform>%Ln send</numerusform>
                <numerusform>%Ln sends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>It holds %n people</source>
            <translation>
                <numerusform>It holds %Ln person</numerusform>
                <numerusform>It holds %Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BeginView</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not reached by SMS</source>
            <translation>
                <numerusform>%Ln not reached by SMS</numerusform>
                <numerusform>%Ln not reached by SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln phone</numerusform>
                <numerusform>%Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Alert %n phones</source>
            <translation>
                <numerusform>Alert %Ln phone</numerusform>
                <numerusform>Alert %Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rehearse: %n phones</source>
            <translation>
                <numerusform>Rehearse: %Ln phone</numerusform>
                <numerusform>Rehearse: %Ln phones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BroadcastPage</name>
        <message numerus="yes">
            <source>%n messages are sent again.</source>
            <translation>
                <numerusform>%Ln message is sent again.</numerusform>
                <numerusform>%Ln messages are sent again.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages count as sent.</source>
            <translation>
                <numerusform>%Ln message counts as sent.</numerusform>
                <numerusform>%Ln messages count as sent.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message was stopped.</numerusform>
                <numerusform>%Ln messages were stopped.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln was already on its way.</numerusform>
                <numerusform>%Ln were already on their way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answers %n</source>
            <translation>
                <numerusform>Answers %Ln</numerusform>
                <numerusform>Answers %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leaves in %n seconds.</source>
            <translation>
                <numerusform>Leaves in %Ln second.</numerusform>
                <numerusform>Leaves in %Ln seconds.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Not reached %n</source>
            <translation>
                <numerusform>Not reached %Ln</numerusform>
                <numerusform>Not reached %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>People %n</source>
            <translation>
                <numerusform>People %Ln</numerusform>
                <numerusform>People %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CallsPane</name>
        <message numerus="yes">
            <source>%n called</source>
            <translation>
                <numerusform>%Ln called</numerusform>
                <numerusform>%Ln called</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people to call</source>
            <translation>
                <numerusform>%Ln person to call</numerusform>
                <numerusform>%Ln people to call</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>for %n others, another phone of the family has it</source>
            <translation>
                <numerusform>for %Ln other, another phone of the family has it</numerusform>
                <numerusform>for %Ln others, another phone of the family has it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardDelegate</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChangePanel</name>
        <message numerus="yes">
            <source>Names without ï, œ, ã: %n fewer SMS</source>
            <translation>
                <numerusform>Names without ï, œ, ã: %Ln fewer SMS</numerusform>
                <numerusform>Names without ï, œ, ã: %Ln fewer SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClosedCard</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClosingQuestion</name>
        <message numerus="yes">
            <source>%n SMS wait to leave.</source>
            <translation>
                <numerusform>%Ln SMS waits to leave.</numerusform>
                <numerusform>%Ln SMS wait to leave.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends are planned within a day; the next one: {moment}.</source>
            <translation>
                <numerusform>%Ln send is planned within a day: {moment}.</numerusform>
                <numerusform>%Ln sends are planned within a day; the next one: {moment}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ConsentsPage</name>
        <message numerus="yes">
            <source>%n answers</source>
            <translation>
                <numerusform>%Ln answer</numerusform>
                <numerusform>%Ln answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n answers written to {file}.</source>
            <translation>
                <numerusform>%Ln answer written to {file}.</numerusform>
                <numerusform>%Ln answers written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CostPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CourseList</name>
        <message numerus="yes">
            <source>%n pupils</source>
            <translation>
                <numerusform>%Ln pupil</numerusform>
                <numerusform>%Ln pupils</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CrisisConfirm</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people cannot be reached by SMS: the log sheet lists their phones</source>
            <translation>
                <numerusform>%Ln person cannot be reached by SMS: the log sheet lists the phones</numerusform>
                <numerusform>%Ln people cannot be reached by SMS: the log sheet lists their phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: it is stopped</source>
            <translation>
                <numerusform>%Ln phone has not had the earlier message yet: it is stopped</numerusform>
                <numerusform>%Ln phones have not had the earlier message yet: it is stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: they get it before</source>
            <translation>
                <numerusform>%Ln phone has not had the earlier message yet: it gets it before</numerusform>
                <numerusform>%Ln phones have not had the earlier message yet: they get it before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Give the all-clear to %n phones?</source>
            <translation>
                <numerusform>Give the all-clear to %Ln phone?</numerusform>
                <numerusform>Give the all-clear to %Ln phones?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Really alert %n phones?</source>
            <translation>
                <numerusform>Really alert %Ln phone?</numerusform>
                <numerusform>Really alert %Ln phones?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Rehearse with %n phones? No SMS leaves.</source>
            <translation>
                <numerusform>Rehearse with %Ln phone? No SMS leaves.</numerusform>
                <numerusform>Rehearse with %Ln phones? No SMS leaves.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send the update to %n phones?</source>
            <translation>
                <numerusform>Send the update to %Ln phone?</numerusform>
                <numerusform>Send the update to %Ln phones?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Yes, alert %n phones</source>
            <translation>
                <numerusform>Yes, alert %Ln phone</numerusform>
                <numerusform>Yes, alert %Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Yes, send to %n phones</source>
            <translation>
                <numerusform>Yes, send to %Ln phone</numerusform>
                <numerusform>Yes, send to %Ln phones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CrisisPage</name>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message was stopped.</numerusform>
                <numerusform>%Ln messages were stopped.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CrisisText</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DecisionBar</name>
        <message numerus="yes">
            <source>%n uncertain messages: {names}</source>
            <translation>
                <numerusform>%Ln uncertain message: {names}</numerusform>
                <numerusform>%Ln uncertain messages: {names}</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Consider all %n as sent</source>
            <translation>
                <numerusform>Consider %Ln as sent</numerusform>
                <numerusform>Consider all %Ln as sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Consider all %n as sent? Whoever has not got it gets nothing more.</source>
            <translation>
                <numerusform>Consider %Ln as sent? Whoever has not got it gets nothing more.</numerusform>
                <numerusform>Consider all %Ln as sent? Whoever has not got it gets nothing more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send again all %n? Whoever has it already gets it twice.</source>
            <translation>
                <numerusform>Send %Ln again? Whoever has it already gets it twice.</numerusform>
                <numerusform>Send all %Ln again? Whoever has it already gets it twice.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send all %n again</source>
            <translation>
                <numerusform>Send %Ln again</numerusform>
                <numerusform>Send all %Ln again</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Doing</name>
        <message numerus="yes">
            <source>%n waiting message(s) will still go to people who are removed.</source>
            <translation>
                <numerusform>%Ln waiting message will still go to somebody who is removed.</numerusform>
                <numerusform>%Ln waiting messages will still go to people who are removed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting messages will not be sent.</source>
            <translation>
                <numerusform>%Ln waiting message will not be sent.</numerusform>
                <numerusform>%Ln waiting messages will not be sent.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DropCover</name>
        <message numerus="yes">
            <source>Drop to look at %n lists before importing</source>
            <translation>
                <numerusform>Drop to look at %Ln list before importing it</numerusform>
                <numerusform>Drop to look at %Ln lists before importing them</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DuplicatesPage</name>
        <message numerus="yes">
            <source>%n possible duplicates</source>
            <translation>
                <numerusform>%Ln possible duplicate</numerusform>
                <numerusform>%Ln possible duplicates</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EntryPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people chosen one by one</source>
            <translation>
                <numerusform>%Ln person chosen alone</numerusform>
                <numerusform>%Ln people chosen one by one</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people of today would get it, late.</source>
            <translation>
                <numerusform>%Ln person of today would get it, late.</numerusform>
                <numerusform>%Ln people of today would get it, late.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln phone</numerusform>
                <numerusform>%Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends to come will not leave. What was sent stays as it is.</source>
            <translation>
                <numerusform>%Ln send to come will not leave. What was sent stays as it is.</numerusform>
                <numerusform>%Ln sends to come will not leave. What was sent stays as it is.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %Ln SMS</numerusform>
                <numerusform>Send %Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FilePane</name>
        <message numerus="yes">
            <source>%n hidden sheet(s) not read: {names}.</source>
            <translation>
                <numerusform>%Ln hidden sheet was not read: {names}.</numerusform>
                <numerusform>%Ln hidden sheets were not read: {names}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%Ln row</numerusform>
                <numerusform>%Ln rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FollowBar</name>
        <message numerus="yes">
            <source>Write to the %n not reached</source>
            <translation>
                <numerusform>Write to the one not reached</numerusform>
                <numerusform>Write to the %Ln not reached</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write to the %n without an answer</source>
            <translation>
                <numerusform>Write to the one without an answer</numerusform>
                <numerusform>Write to the %Ln without an answer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupHeading</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%Ln found</numerusform>
                <numerusform>%Ln found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupLine</name>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Guide</name>
        <message numerus="yes">
            <source>%n SMS will leave.</source>
            <translation>
                <numerusform>%Ln SMS will leave.</numerusform>
                <numerusform>%Ln SMS will leave.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people are left out: the summary says why.</source>
            <translation>
                <numerusform>%Ln person is left out: the summary says why.</numerusform>
                <numerusform>%Ln people are left out: the summary says why.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Head</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n SMS a minute</source>
            <translation>
                <numerusform>%Ln SMS a minute</numerusform>
                <numerusform>%Ln SMS a minute</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n had left</source>
            <translation>
                <numerusform>%Ln had left</numerusform>
                <numerusform>%Ln had left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not sent</source>
            <translation>
                <numerusform>%Ln not sent</numerusform>
                <numerusform>%Ln not sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones written to</source>
            <translation>
                <numerusform>%Ln phone written to</numerusform>
                <numerusform>%Ln phones written to</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Second guardian if the first has not got it in %n minutes</source>
            <translation>
                <numerusform>Second guardian if the first has not got it in %Ln minute</numerusform>
                <numerusform>Second guardian if the first has not got it in %Ln minutes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>nobody else for %n pupils</source>
            <translation>
                <numerusform>nobody else for %Ln pupil</numerusform>
                <numerusform>nobody else for %Ln pupils</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>told for %n pupils</source>
            <translation>
                <numerusform>told for %Ln pupil</numerusform>
                <numerusform>told for %Ln pupils</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message numerus="yes">
            <source>%n parts of the help found</source>
            <translation>
                <numerusform>%Ln part of the help found</numerusform>
                <numerusform>%Ln parts of the help found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HomePage</name>
        <message numerus="yes">
            <source>For %n messages it is not known whether they left. You decide.</source>
            <translation>
                <numerusform>For %Ln message it is not known whether it left. You decide.</numerusform>
                <numerusform>For %Ln messages it is not known whether they left. You decide.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportDialog</name>
        <message numerus="yes">
            <source>%n names are taken by another text</source>
            <translation>
                <numerusform>%Ln name is taken by another text</numerusform>
                <numerusform>%Ln names are taken by another text</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new templates</source>
            <translation>
                <numerusform>%Ln new template</numerusform>
                <numerusform>%Ln new templates</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportPage</name>
        <message numerus="yes">
            <source>%n rows copied</source>
            <translation>
                <numerusform>%Ln row copied</numerusform>
                <numerusform>%Ln rows copied</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting message(s) will still go to people who are removed.</source>
            <translation>
                <numerusform>%Ln waiting message will still go to somebody who is removed.</numerusform>
                <numerusform>%Ln waiting messages will still go to people who are removed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>KeywordForm</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Latest</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%Ln unread</numerusform>
                <numerusform>%Ln unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeftOutNames</name>
        <message numerus="yes">
            <source>%n left out</source>
            <translation>
                <numerusform>%Ln left out</numerusform>
                <numerusform>%Ln left out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedBanner</name>
        <message numerus="yes">
            <source>%n sends were missed: nothing could send them at their hour.</source>
            <translation>
                <numerusform>%Ln send was missed: nothing could send it at its hour.</numerusform>
                <numerusform>%Ln sends were missed: nothing could send them at their hour.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedCard</name>
        <message numerus="yes">
            <source>%n sends were missed</source>
            <translation>
                <numerusform>%Ln send was missed</numerusform>
                <numerusform>%Ln sends were missed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedRow</name>
        <message numerus="yes">
            <source>%n people of today would get it, late.</source>
            <translation>
                <numerusform>%Ln person of today would get it, late.</numerusform>
                <numerusform>%Ln people of today would get it, late.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %Ln SMS</numerusform>
                <numerusform>Send %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MissedTogether</name>
        <message numerus="yes">
            <source>%n cannot be sent and stay here.</source>
            <translation>
                <numerusform>%Ln cannot be sent and stays here.</numerusform>
                <numerusform>%Ln cannot be sent and stay here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends leave now, late.</source>
            <translation>
                <numerusform>%Ln send leaves now, late.</numerusform>
                <numerusform>%Ln sends leave now, late.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends will not leave.</source>
            <translation>
                <numerusform>%Ln send will not leave.</numerusform>
                <numerusform>%Ln sends will not leave.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %Ln SMS</numerusform>
                <numerusform>Send %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NextView</name>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet.</source>
            <translation>
                <numerusform>%Ln phone has not had the earlier message yet.</numerusform>
                <numerusform>%Ln phones have not had the earlier message yet.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones have not had the earlier message yet: they get it before.</source>
            <translation>
                <numerusform>%Ln phone has not had the earlier message yet: it gets it before.</numerusform>
                <numerusform>%Ln phones have not had the earlier message yet: they get it before.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send to %n phones</source>
            <translation>
                <numerusform>Send to %Ln phone</numerusform>
                <numerusform>Send to %Ln phones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Notifier</name>
        <message numerus="yes">
            <source>%n new messages</source>
            <translation>
                <numerusform>%Ln new message</numerusform>
                <numerusform>%Ln new messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n others</source>
            <translation>
                <numerusform>%Ln other</numerusform>
                <numerusform>%Ln others</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread messages</source>
            <translation>
                <numerusform>%Ln unread message</numerusform>
                <numerusform>%Ln unread messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotifyPage</name>
        <message numerus="yes">
            <source>Drafts %n</source>
            <translation>
                <numerusform>%Ln draft</numerusform>
                <numerusform>%Ln drafts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message numerus="yes">
            <source>%n people written to {file}.</source>
            <translation>
                <numerusform>%Ln person written to {file}.</numerusform>
                <numerusform>%Ln people written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PastImports</name>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%Ln person added</numerusform>
                <numerusform>%Ln people added</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PeoplePane</name>
        <message numerus="yes">
            <source>All %n</source>
            <translation>
                <numerusform>All %Ln</numerusform>
                <numerusform>All %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlanView</name>
        <message numerus="yes">
            <source>%n group(s)</source>
            <translation>
                <numerusform>%Ln group</numerusform>
                <numerusform>%Ln groups</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rows</source>
            <translation>
                <numerusform>%Ln row</numerusform>
                <numerusform>%Ln rows</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sheet(s)</source>
            <translation>
                <numerusform>%Ln sheet</numerusform>
                <numerusform>%Ln sheets</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Answer %n question(s)</source>
            <translation>
                <numerusform>Answer %Ln question</numerusform>
                <numerusform>Answer %Ln questions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Archive %n people</source>
            <translation>
                <numerusform>Archive %Ln person</numerusform>
                <numerusform>Archive %Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>I have checked the %n doubtful point(s)</source>
            <translation>
                <numerusform>I have checked the doubtful point</numerusform>
                <numerusform>I have checked the %Ln doubtful points</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Import %n people</source>
            <translation>
                <numerusform>Import %Ln person</numerusform>
                <numerusform>Import %Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Take out %n people</source>
            <translation>
                <numerusform>Take out %Ln person</numerusform>
                <numerusform>Take out %Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>archive %n</source>
            <translation>
                <numerusform>archive %Ln person</numerusform>
                <numerusform>archive %Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>take out %n</source>
            <translation>
                <numerusform>take out %Ln person</numerusform>
                <numerusform>take out %Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PlannedToday</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionsPane</name>
        <message numerus="yes">
            <source>%n to decide</source>
            <translation>
                <numerusform>%Ln to decide</numerusform>
                <numerusform>%Ln to decide</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%Ln unread</numerusform>
                <numerusform>%Ln unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RecipientPreview</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReminderRow</name>
        <message numerus="yes">
            <source>day(s) before</source>
            <translation>
                <numerusform>day before</numerusform>
                <numerusform>days before</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReplyBox</name>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %Ln SMS</numerusform>
                <numerusform>Send %Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{used}/{room} · %n SMS</source>
            <translation>
                <numerusform>{used}/{room} · %Ln SMS</numerusform>
                <numerusform>{used}/{room} · %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultView</name>
        <message numerus="yes">
            <source>%n as before</source>
            <translation>
                <numerusform>%Ln as before</numerusform>
                <numerusform>%Ln as before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n cell(s) could not be used.</source>
            <translation>
                <numerusform>%Ln cell could not be used.</numerusform>
                <numerusform>%Ln cells could not be used.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n changed</source>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people added</source>
            <translation>
                <numerusform>%Ln person added</numerusform>
                <numerusform>%Ln people added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting message(s) will not go out: the phone refuses SMS.</source>
            <translation>
                <numerusform>%Ln waiting message will not go out: the phone refuses SMS.</numerusform>
                <numerusform>%Ln waiting messages will not go out: their phones refuse SMS.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n who left taken care of</source>
            <translation>
                <numerusform>%Ln who left taken care of</numerusform>
                <numerusform>%Ln who left taken care of</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Write to %n people</source>
            <translation>
                <numerusform>Write to %Ln person</numerusform>
                <numerusform>Write to %Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RowsPane</name>
        <message numerus="yes">
            <source>%n people of the list are known just like that.</source>
            <translation>
                <numerusform>%Ln person of the list is known just like that.</numerusform>
                <numerusform>%Ln people of the list are known just like that.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RunningView</name>
        <message numerus="yes">
            <source>%n people have no phone for SMS.</source>
            <translation>
                <numerusform>%Ln person has no phone for SMS.</numerusform>
                <numerusform>%Ln people have no phone for SMS.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones do not have the latest message.</source>
            <translation>
                <numerusform>%Ln phone does not have the latest message.</numerusform>
                <numerusform>%Ln phones do not have the latest message.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeasonOutcome</name>
        <message numerus="yes">
            <source>%n groups begin anew, empty</source>
            <translation>
                <numerusform>%Ln group begins anew, empty</numerusform>
                <numerusform>%Ln groups begin anew, empty</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups end</source>
            <translation>
                <numerusform>%Ln group ends</numerusform>
                <numerusform>%Ln groups end</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n groups keep their people</source>
            <translation>
                <numerusform>%Ln group keeps its people</numerusform>
                <numerusform>%Ln groups keep their people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n guardians would be archived with them</source>
            <translation>
                <numerusform>%Ln guardian would be archived with them</numerusform>
                <numerusform>%Ln guardians would be archived with them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n pupils are in no group any more</source>
            <translation>
                <numerusform>%Ln pupil is in no group any more</numerusform>
                <numerusform>%Ln pupils are in no group any more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SelectionBar</name>
        <message numerus="yes">
            <source>%n chosen</source>
            <translation>
                <numerusform>%Ln chosen</numerusform>
                <numerusform>%Ln chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sending</name>
        <message numerus="yes">
            <source>%n messages were stopped.</source>
            <translation>
                <numerusform>%Ln message was stopped.</numerusform>
                <numerusform>%Ln messages were stopped.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n were already on their way.</source>
            <translation>
                <numerusform>%Ln was already on its way.</numerusform>
                <numerusform>%Ln were already on their way.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>A test is on its way to %n phones; nobody else gets it.</source>
            <translation>
                <numerusform>A test is on its way to %Ln phone; nobody else gets it.</numerusform>
                <numerusform>A test is on its way to %Ln phones; nobody else gets it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StepCard</name>
        <message numerus="yes">
            <source>%n messages of the earlier steps were stopped with it.</source>
            <translation>
                <numerusform>%Ln message of the earlier steps was stopped with it.</numerusform>
                <numerusform>%Ln messages of the earlier steps were stopped with it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln phone</numerusform>
                <numerusform>%Ln phones</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StopTexts</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SummaryPanel</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n families</source>
            <translation>
                <numerusform>%Ln family</numerusform>
                <numerusform>%Ln families</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phone(s) refuse your SMS, and get this alert all the same. Each is noted in the register.</source>
            <translation>
                <numerusform>%Ln phone refuses your SMS, and gets this alert all the same. It is noted in the register.</numerusform>
                <numerusform>%Ln phones refuse your SMS, and get this alert all the same. Each is noted in the register.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln phone</numerusform>
                <numerusform>%Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Plan %n SMS</source>
            <translation>
                <numerusform>Plan %Ln SMS</numerusform>
                <numerusform>Plan %Ln SMS</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Plan %n SMS each time</source>
            <translation>
                <numerusform>Plan %Ln SMS each time</numerusform>
                <numerusform>Plan %Ln SMS each time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Send %n SMS</source>
            <translation>
                <numerusform>Send %Ln SMS</numerusform>
                <numerusform>Send %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateEditor</name>
        <message numerus="yes">
            <source>With long names: %n SMS</source>
            <translation>
                <numerusform>With long names: %Ln SMS</numerusform>
                <numerusform>With long names: %Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateList</name>
        <message numerus="yes">
            <source>%n SMS</source>
            <translation>
                <numerusform>%Ln SMS</numerusform>
                <numerusform>%Ln SMS</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TemplateSharingActs</name>
        <message numerus="yes">
            <source>%n replaced</source>
            <translation>
                <numerusform>%Ln replaced</numerusform>
                <numerusform>%Ln replaced</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n templates added</source>
            <translation>
                <numerusform>%Ln template added</numerusform>
                <numerusform>%Ln templates added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n templates written to {file}.</source>
            <translation>
                <numerusform>%Ln template written to {file}.</numerusform>
                <numerusform>%Ln templates written to {file}.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TextPane</name>
        <message numerus="yes">
            <source>and %n more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhatPanel</name>
        <message numerus="yes">
            <source>%n messages have not left yet: they are cancelled.</source>
            <translation>
                <numerusform>%Ln message has not left yet: it is cancelled.</numerusform>
                <numerusform>%Ln messages have not left yet: they are cancelled.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Cancel %n messages</source>
            <translation>
                <numerusform>Cancel %Ln message</numerusform>
                <numerusform>Cancel %Ln messages</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WhoPanel</name>
        <message numerus="yes">
            <source>%n pupils</source>
            <translation>
                <numerusform>%Ln pupil</numerusform>
                <numerusform>%Ln pupils</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>answers</name>
        <message numerus="yes">
            <source>%n days</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hours</source>
            <translation>
                <numerusform>%Ln hour</numerusform>
                <numerusform>%Ln hours</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minutes</source>
            <translation>
                <numerusform>%Ln minute</numerusform>
                <numerusform>%Ln minutes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>calendar</name>
        <message numerus="yes">
            <source>%n phones</source>
            <translation>
                <numerusform>%Ln phone</numerusform>
                <numerusform>%Ln phones</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sends</source>
            <translation>
                <numerusform>%Ln send</numerusform>
                <numerusform>%Ln sends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>+ %n more</source>
            <translation>
                <numerusform>+ %Ln more</numerusform>
                <numerusform>+ %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>calls</name>
        <message numerus="yes">
            <source>%n people to call</source>
            <translation>
                <numerusform>%Ln person to call</numerusform>
                <numerusform>%Ln people to call</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>class_sheet</name>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%Ln person</numerusform>
                <numerusform>%Ln people</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>crisis</name>
        <message numerus="yes">
            <source>%n of them will get this message alone.</source>
            <translation>
                <numerusform>%Ln of them will get this message alone.</numerusform>
                <numerusform>%Ln of them will get this message alone.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>They will get this message alone.</source>
            <translation>
                <numerusform>It will get this message alone.</numerusform>
                <numerusform>They will get this message alone.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>inbox</name>
        <message numerus="yes">
            <source>%n day(s)</source>
            <translation>
                <numerusform>%Ln day</numerusform>
                <numerusform>%Ln days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unread message(s)</source>
            <translation>
                <numerusform>%Ln unread message</numerusform>
                <numerusform>%Ln unread messages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting too long</source>
            <translation>
                <numerusform>%Ln waiting too long</numerusform>
                <numerusform>%Ln waiting too long</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>meters</name>
        <message numerus="yes">
            <source>%n left</source>
            <translation>
                <numerusform>%Ln left</numerusform>
                <numerusform>%Ln left</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n over</source>
            <translation>
                <numerusform>%Ln over</numerusform>
                <numerusform>%Ln over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>this send %n</source>
            <translation>
                <numerusform>this send %Ln</numerusform>
                <numerusform>this send %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>people</name>
        <message numerus="yes">
            <source>%n years old</source>
            <translation>
                <numerusform>%Ln year old</numerusform>
                <numerusform>%Ln years old</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{name}, %n people</source>
            <translation>
                <numerusform>{name}, %Ln person</numerusform>
                <numerusform>{name}, %Ln people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{word}, %n alerts sent</source>
            <translation>
                <numerusform>{word}, %Ln alert sent</numerusform>
                <numerusform>{word}, %Ln alerts sent</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>states</name>
        <message numerus="yes">
            <source>%n delivered</source>
            <translation>
                <numerusform>%Ln delivered</numerusform>
                <numerusform>%Ln delivered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not delivered</source>
            <translation>
                <numerusform>%Ln not delivered</numerusform>
                <numerusform>%Ln not delivered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n sent</source>
            <translation>
                <numerusform>%Ln sent</numerusform>
                <numerusform>%Ln sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n stopped</source>
            <translation>
                <numerusform>%Ln stopped</numerusform>
                <numerusform>%Ln stopped</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncertain</source>
            <translation>
                <numerusform>%Ln uncertain</numerusform>
                <numerusform>%Ln uncertain</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>status</name>
        <message numerus="yes">
            <source>%n missed sends</source>
            <translation>
                <numerusform>%Ln missed send</numerusform>
                <numerusform>%Ln missed sends</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n planned</source>
            <translation>
                <numerusform>%Ln planned</numerusform>
                <numerusform>%Ln planned</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n uncertain messages to decide</source>
            <translation>
                <numerusform>%Ln uncertain message to decide</numerusform>
                <numerusform>%Ln uncertain messages to decide</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <translation>
                <numerusform>%Ln waiting</numerusform>
                <numerusform>%Ln waiting</numerusform>
            </translation>
        </message>
    </context>
</TS>
